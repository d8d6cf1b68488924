/** What follows a task: it goes on while the next task is under way. */
type Sequel = () => Promise<void>;

/**
 * Runs a task for every whole number from `first` to `last`, at most `concurrency` at once, each with at most one sequel
 * of an earlier task beside it. After a failure none is started any more; it throws once all that is under way has ended,
 * so that nothing goes on behind it: the failure of a sequel, where there is one, before that of a task.
 */
export async function eachBounded(
  first: number,
  last: number,
  concurrency: number,
  task: (index: number) => Promise<Sequel> | Promise<void>,
): Promise<void> {
  let next = first;
  const failures: unknown[] = [];
  const worker = async () => {
    let sequel: Promise<unknown> = Promise.resolve();
    while (failures.length === 0 && next <= last) {
      const index = next;
      next += 1;
      try {
        const follow = await task(index);
        await sequel;
        if (follow !== undefined) sequel = follow().catch((error: unknown) => failures.unshift(error));
      } catch (error) {
        failures.push(error);
      }
    }
    await sequel;
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (failures.length > 0) throw failures[0];
}
