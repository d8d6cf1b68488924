// @ts-check
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { programsFolder } from "../install-programs.mjs";
import { linkPackages } from "../programs/check-types.mjs";
import { compilerPackages } from "../programs/runtimes.mjs";
import { compile, measureTypeCosts, resolutionsOf } from "../programs/type-cost.mjs";

/** @typedef {import("../check-packages/read-packages.mjs").WorkspacePackage} WorkspacePackage */

const declared = "declare const process: { env: Record<string, string | undefined> };\n";

/** Writes what a user writes, the examples of each README. @param {string} folder @param {readonly WorkspacePackage[]} providers */
async function writeExamples(folder, providers) {
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const { folder: name, texts } of providers) {
    const blocks = (texts.get("README.md") ?? "").matchAll(/^```ts\n(.*?)^```/gms);
    await writeFile(join(folder, `${name}.ts`), declared + [...blocks].map(([, code]) => code).join("\n"));
  }
  return providers.map(({ folder: name }) => `${name}.ts`);
}

/**
 * What the examples of each client cost this workspace's compiler.
 *
 * @param {string} root
 * @param {string} folder An empty one.
 * @param {readonly WorkspacePackage[]} providers
 */
export async function measureCosts(root, folder, providers) {
  await linkPackages(root, folder);
  const files = await writeExamples(folder, providers);
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const costs = await measureTypeCosts(tsc, folder, files, { runs: 7 });
  return new Map([...costs].map(([file, cost]) => [file.replace(/\.ts$/, ""), cost]));
}

/**
 * By how many module resolutions of each compiler the examples of the installed clients compile, declarations checked.
 *
 * @param {string} cwd Where the clients are installed.
 * @param {readonly WorkspacePackage[]} providers
 */
export async function checkResolutions(cwd, providers) {
  const files = await writeExamples(cwd, providers);
  const told = [];
  for (const name of Object.keys(compilerPackages)) {
    const version = name.split("-")[1] ?? "";
    const compiler = join(programsFolder, "node_modules", name, "bin/tsc");
    const resolutions = resolutionsOf(Number(version));
    const found = await Promise.all(resolutions.map((options) => compile(compiler, cwd, files, options)));
    const right = resolutions.filter((_, index) => found[index]?.length === 0);
    const names = right.map(({ moduleResolution }) => moduleResolution).join(", ");
    told.push(`${version}: ${right.length} of ${resolutions.length} (${names})`);
  }
  return told.join(" · ");
}
