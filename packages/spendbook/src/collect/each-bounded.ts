import { setImmediate as turn } from "node:timers/promises";

/** What follows a task: it goes on while later tasks are under way. */
type Sequel = () => Promise<void>;

/** Sequels under way for each task that may be: enough to wait out a slow one, few enough to be held in memory. */
const sequelsPerTask = 4;

/**
 * Runs a task for every whole number from `first` to `last`, at most `concurrency` at once, with at most four times as
 * many sequels beside them. After a failure none is started any more; it throws once all that is under way has ended,
 * so that nothing goes on behind it: the failure of a sequel, where there is one, before that of a task.
 */
export async function eachBounded(
  first: number,
  last: number,
  concurrency: number,
  task: (index: number) => Promise<Sequel> | Promise<void>,
): Promise<void> {
  let next = first;
  const taskFailures: unknown[] = [];
  const sequelFailures: unknown[] = [];
  const sequels = new Set<Promise<void>>();

  const begin = (follow: Sequel) => {
    // The next task has its request on the way before this takes its time.
    const sequel = turn()
      .then(follow)
      .catch((error: unknown) => void sequelFailures.push(error))
      .finally(() => sequels.delete(sequel));
    sequels.add(sequel);
  };
  const worker = async () => {
    while (taskFailures.length + sequelFailures.length === 0 && next <= last) {
      const index = next;
      next += 1;
      try {
        const follow = await task(index);
        while (sequels.size >= concurrency * sequelsPerTask) await Promise.race(sequels);
        if (follow !== undefined) begin(follow);
      } catch (error) {
        taskFailures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await Promise.all(sequels);
  const failures = [...sequelFailures, ...taskFailures];
  if (failures.length > 0) throw failures[0];
}
