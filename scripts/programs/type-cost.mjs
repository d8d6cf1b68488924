// @ts-check
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram, succeed } from "./run-program.mjs";

/** @typedef {{ seconds: number, types: number, instantiations: number }} Cost */

/** The compiler's settings for somebody who checks the declarations that he uses, too. */
export const strictest = {
  ...{ strict: true, noEmit: true, skipLibCheck: false, target: "es2022", module: "nodenext" },
  ...{ lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"], types: /** @type {string[]} */ ([]) },
};

/**
 * Compiles a file of a folder and gives what the compiler says is wrong, one line each.
 *
 * @param {string} tsc The compiler's script.
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {Record<string, unknown>} options
 */
export async function compile(tsc, folder, files, options) {
  const project = join(folder, `tsconfig.${Math.random().toString(36).slice(2)}.json`);
  await writeFile(project, JSON.stringify({ compilerOptions: { ...strictest, ...options }, files }));
  const { code, stdout, stderr } = await runProgram(process.execPath, [tsc, "-p", project], { cwd: folder });
  return code === 0 ? [] : `${stdout}${stderr}`.trim().split("\n");
}

/**
 * What a file costs the compiler more than an empty one: the smallest of some runs each, by turns, since a busy machine only
 * ever makes a run longer.
 *
 * @param {string} tsc The compiler's script.
 * @param {string} folder
 * @param {string} file
 * @param {{ runs: number, skipLibCheck: boolean }} how
 * @returns {Promise<Cost>}
 */
export async function measureTypeCost(tsc, folder, file, { runs, skipLibCheck }) {
  await writeFile(join(folder, "empty.ts"), "export {};\n");
  /** @type {Record<string, Cost[]>} */
  const costs = { "empty.ts": [], [file]: [] };
  for (let run = 0; run < runs; run += 1) {
    for (const [name, measured] of Object.entries(costs)) {
      const project = join(folder, `tsconfig.${name}.json`);
      const compilerOptions = { ...strictest, skipLibCheck, extendedDiagnostics: true };
      await writeFile(project, JSON.stringify({ compilerOptions, files: [name] }));
      const text = await succeed(process.execPath, [tsc, "-p", project], { cwd: folder });
      const read = (/** @type {string} */ label) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(text)?.[1]);
      measured.push({ seconds: read("Total time"), types: read("Types"), instantiations: read("Instantiations") });
    }
  }
  const least = (/** @type {string} */ name, /** @type {keyof Cost} */ key) =>
    Math.min(...(costs[name] ?? []).map((each) => each[key]));
  const more = (/** @type {keyof Cost} */ key) => least(file, key) - least("empty.ts", key);
  return { seconds: more("seconds"), types: more("types"), instantiations: more("instantiations") };
}
