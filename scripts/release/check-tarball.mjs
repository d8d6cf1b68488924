// @ts-check
import { dirname } from "node:path";
import { findProgram } from "../install-programs.mjs";
import { runProgram } from "../programs/run-program.mjs";

/**
 * Has publint and attw check a tarball; throws what they find wrong.
 *
 * @param {string} tarball
 * @returns {Promise<string[]>} What found it right.
 */
export async function checkTarball(tarball) {
  const programs = {
    publint: [await findProgram("publint", "publint"), "run", tarball, "--strict"],
    attw: [await findProgram("@arethetypeswrong/cli", "attw"), "--profile", "esm-only", tarball],
  };
  for (const [name, args] of Object.entries(programs)) {
    const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: dirname(tarball) });
    if (code !== 0) throw new Error(`${name} refuses ${tarball}:\n${stdout}${stderr}`);
  }
  return Object.keys(programs);
}
