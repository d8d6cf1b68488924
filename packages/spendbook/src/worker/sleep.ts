import { setTimeout } from "node:timers/promises";

/** Waits, or not so long where the signal aborts meanwhile. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
