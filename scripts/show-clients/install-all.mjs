// @ts-check
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { installTarballs } from "../programs/install-tarballs.mjs";
import { succeed } from "../programs/run-program.mjs";

/**
 * Installs tarballs in an empty folder, and runs the command that is among them.
 *
 * @param {string} folder
 * @param {readonly import("../programs/pack-packages.mjs").PackedPackage[]} packed
 * @returns {Promise<{ cwd: string, others: number, said: string }>} Where; how many packages came along; what the command said.
 */
export async function installAll(folder, packed) {
  const installed = await installTarballs(
    folder,
    packed.map(({ tarball }) => tarball),
  );
  const { cwd } = installed;
  const listed = await succeed("npm", ["ls", "--all", "--parseable"], installed);
  await copyFile(new URL("../programs/run-clients.mjs", import.meta.url), join(cwd, "run-clients.mjs"));
  const version = await succeed("npx", ["--no", "--", "spendbook", "--version"], installed);
  // The first line is the folder itself.
  const all = new Set(listed.trim().split("\n").slice(1)).size;
  return { cwd, others: all - packed.length, said: `spendbook ${version.trim()}` };
}
