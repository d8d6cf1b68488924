// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkArrows } from "./check-packages/check-arrows.mjs";
import { checkFields, checkProvider } from "./check-packages/check-provider.mjs";
import { checkPublicPackage } from "./check-packages/check-public-package.mjs";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";

/**
 * Holds every package against the shape that packages of its kind have, and gives what is wrong, one line each.
 *
 * @param {string} root The repository.
 * @returns {Promise<string[]>}
 */
export async function checkPackages(root) {
  /** @type {import("./check-packages/read-packages.mjs").Manifest} */
  const workspace = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const license = await readFile(join(root, "LICENSE"), "utf8");
  const packages = await readPackages(root);
  const providers = packages.filter(isProvider);
  return packages.flatMap((one) => {
    const problems = [
      ...(one.manifest.private && !isProvider(one) ? [] : checkPublicPackage(one, workspace, license)),
      ...(isProvider(one) ? [...checkProvider(one), ...checkFields(one, providers)] : []),
      ...checkArrows(one, packages),
    ];
    return problems.map((problem) => `packages/${one.folder}: ${problem}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await checkPackages(fileURLToPath(new URL("..", import.meta.url)));
  if (problems.length > 0) {
    console.error(`The packages do not have their common shape:\n${problems.join("\n")}`);
    process.exitCode = 1;
  } else console.log("The packages have their common shape.");
}
