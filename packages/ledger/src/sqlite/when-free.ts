import { setTimeout as sleep } from "node:timers/promises";
import { isBusy, sqliteError } from "./sqlite-error.js";

/** Tries again, without blocking the process, while another connection has the database; at most `wait` milliseconds. */
export async function whenFree<T>(path: string, wait: number, attempt: () => T): Promise<T> {
  const deadline = performance.now() + wait;
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw sqliteError(error, path);
    }
    await sleep(pause);
  }
}
