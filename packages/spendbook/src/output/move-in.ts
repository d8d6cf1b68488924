import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

/** Whoever renames its folder to this has its turn. */
const turn = ".moving-in";
const taken = new Set(["ENOTEMPTY", "EEXIST", ...(process.platform === "win32" ? ["EPERM"] : [])]);
const tries = { pause: 20, untilFinished: 100, most: 200 };

/**
 * Moves all files of `staging` to their places in `directory`, and removes those of `readStale` that are not among them.
 * Writers that end at once do so one after the other, so that the files are those of the last. Throws what the file
 * system does.
 */
export async function moveIn(
  staging: string,
  directory: string,
  readStale: () => Promise<readonly string[]>,
): Promise<void> {
  await takeTurn(staging, directory);
  const names = await readdir(join(directory, turn));
  for (const name of await readStale()) if (!names.includes(name)) await rm(join(directory, name), { force: true });
  await moveAll(names, directory);
}

async function takeTurn(staging: string, directory: string): Promise<void> {
  const moving = join(directory, turn);
  for (let count = 1; ; count += 1) {
    try {
      return await rename(staging, moving);
    } catch (error) {
      if (!taken.has((error as NodeJS.ErrnoException).code ?? "") || count === tries.most) throw error;
    }
    await sleep(tries.pause);
    // It takes milliseconds: who has not ended by now was killed, and its files were whole.
    if (count >= tries.untilFinished) await moveAll((await readdir(moving).catch(unless("ENOENT"))) ?? [], directory);
  }
}

/** Also where another does the same. */
async function moveAll(names: readonly string[], directory: string): Promise<void> {
  for (const name of names) await rename(join(directory, turn, name), join(directory, name)).catch(unless("ENOENT"));
  await rmdir(join(directory, turn)).catch(unless("ENOENT", "ENOTEMPTY", "EEXIST"));
}

/** Passes over the errors with these codes. */
function unless(...codes: readonly string[]) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (!codes.includes(error.code ?? "")) throw error;
  };
}
