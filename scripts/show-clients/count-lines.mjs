// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isProvider } from "../check-packages/read-packages.mjs";

/** @typedef {import("../check-packages/read-packages.mjs").WorkspacePackage} WorkspacePackage */

const linesOf = (/** @type {string} */ text) => text.split("\n").length - 1;

/** How many lines the first example in a README has. @param {readonly WorkspacePackage[]} packages @param {string} name */
export function firstExample(packages, name) {
  const readme = packages.find(({ folder }) => folder === name)?.texts.get("README.md") ?? "";
  const code = /^```ts\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

/**
 * What somebody wrote for each provider, in lines.
 *
 * @param {string} root
 * @param {readonly WorkspacePackage[]} packages
 */
export async function countLines(root, packages) {
  const counts = packages.filter(isProvider).map(async ({ folder, texts }) => {
    const sum = (/** @type {(file: string) => boolean} */ isCounted, files = texts) =>
      [...files].reduce((lines, [file, text]) => lines + (isCounted(file) ? linesOf(text) : 0), 0);
    const isTest = (/** @type {string} */ file) => file.endsWith(".test.ts");
    const isSource = (/** @type {string} */ file) => /^src\/(?!generated\/)(?!.*__fixtures__).*\.ts$/.test(file);
    const normalizer = packages.find((one) => one.folder === "normalizer")?.texts ?? new Map();
    const mapping = sum((file) => file.startsWith(`src/providers/${folder}`) && !isTest(file), normalizer);
    // A document that is written here needs no corrections.
    const overlay = await readFile(join(root, "specs", folder, "overlay.yaml"), "utf8").catch(() => "");
    const parts = {
      client: sum((file) => isSource(file) && !isTest(file)),
      tests: sum((file) => isSource(file) && isTest(file)),
      README: sum((file) => file === "README.md"),
      corrections: linesOf(overlay),
      mapping,
    };
    const said = Object.entries(parts).map(([part, lines]) => `${part} ${lines}`);
    return `${folder}: ${said.join(", ")}`;
  });
  return (await Promise.all(counts)).join(" · ");
}
