/**
 * Runs a task for every whole number from `first` to `last`, at most `concurrency` at once. After a failure none is
 * started any more; it throws the first failure once those under way have ended, so that nothing goes on behind it.
 */
export async function eachBounded(
  first: number,
  last: number,
  concurrency: number,
  task: (index: number) => Promise<void>,
): Promise<void> {
  let next = first;
  const failures: unknown[] = [];
  const worker = async () => {
    while (failures.length === 0 && next <= last) {
      const index = next;
      next += 1;
      await task(index).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (failures.length > 0) throw failures[0];
}
