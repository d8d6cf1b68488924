// @ts-check
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.mjs";

/** @typedef {{ seconds: number, types: number, instantiations: number }} Cost */

/** The compiler's settings for somebody who checks the declarations that he uses, too. */
const strictest = {
  ...{ strict: true, noEmit: true, skipLibCheck: false },
  ...{ target: "es2022", module: "nodenext" },
  ...{ lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"], types: /** @type {string[]} */ ([]) },
};

/**
 * Every module resolution that a version of TypeScript has and that looks into packages: `classic` never does, and version 7
 * has `node10` no more.
 *
 * @param {number} version
 */
export const resolutionsOf = (version) => [
  { module: "esnext", moduleResolution: "bundler" },
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  ...(version < 6 ? [{ module: "esnext", moduleResolution: "node10" }] : []),
  ...(version === 6 ? [{ module: "esnext", moduleResolution: "node10", ignoreDeprecations: "6.0" }] : []),
];

/**
 * Compiles files of a folder and gives what the compiler says is wrong, one line each. Every declaration that comes from a
 * package is checked; TypeScript's own, which are most of the work, are not.
 *
 * @param {string} tsc The compiler's script.
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {Record<string, unknown>} options
 */
export async function compile(tsc, folder, files, options) {
  const project = join(folder, `tsconfig.${Math.random().toString(36).slice(2)}.json`);
  await writeFile(
    project,
    JSON.stringify({ compilerOptions: { ...strictest, skipDefaultLibCheck: true, ...options }, files }),
  );
  const { code, stdout, stderr } = await runProgram(process.execPath, [tsc, "-p", project], { cwd: folder });
  return code === 0 ? [] : `${stdout}${stderr}`.trim().split("\n");
}

/** Has the compiler say at its end how long it worked: what else the machine does counts less there than in the time passed. */
const tellWork = `data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))`;

/**
 * What files cost the compiler more than an empty one, in seconds of work: the smallest of some runs each, by turns, since a
 * busy machine only ever makes a run longer.
 *
 * @param {string} tsc The compiler's script.
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {{ runs: number }} how
 * @returns {Promise<Map<string, Cost>>}
 */
export async function measureTypeCosts(tsc, folder, files, { runs }) {
  await writeFile(join(folder, "empty.ts"), "export {};\n");
  const names = ["empty.ts", ...files];
  /** @type {Map<string, Cost[]>} */
  const costs = new Map(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const project = join(folder, `tsconfig.${name}.json`);
      const compilerOptions = { ...strictest, extendedDiagnostics: true };
      await writeFile(project, JSON.stringify({ compilerOptions, files: [name] }));
      const args = ["--import", tellWork, tsc, "-p", project];
      const { code, stdout, stderr } = await runProgram(process.execPath, args, { cwd: folder });
      if (code !== 0) throw new Error(`${name} does not compile: ${stdout}`);
      const { user, system } = JSON.parse(stderr);
      const read = (/** @type {string} */ label) =>
        Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
      const seconds = (user + system) / 1e6;
      costs.get(name)?.push({ seconds, types: read("Types"), instantiations: read("Instantiations") });
    }
  }
  const least = (/** @type {string} */ name, /** @type {keyof Cost} */ key) =>
    Math.min(...(costs.get(name) ?? []).map((each) => each[key]));
  const more = (/** @type {string} */ name, /** @type {keyof Cost} */ key) => least(name, key) - least("empty.ts", key);
  return new Map(
    files.map((name) => [
      name,
      {
        seconds: more(name, "seconds"),
        types: more(name, "types"),
        instantiations: more(name, "instantiations"),
      },
    ]),
  );
}
