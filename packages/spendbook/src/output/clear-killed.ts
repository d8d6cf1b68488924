import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

/** How the folder is named that a run writes in before its files are whole; the number of its process comes next. */
export const stagingPrefix = ".writing-";

/** Removes what killed runs left in a directory, and nothing of those that are still writing there. */
export async function clearKilled(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const writer = name.startsWith(stagingPrefix) ? Number.parseInt(name.slice(stagingPrefix.length), 10) : Number.NaN;
    if (!Number.isNaN(writer) && !isWriting(writer)) await rm(join(directory, name), { recursive: true, force: true });
  }
}

function isWriting(pid: number): boolean {
  // In a container each run may have the same number; this one has not begun.
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
