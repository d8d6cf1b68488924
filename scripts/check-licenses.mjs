// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPackages } from "./check-packages/read-packages.mjs";
import { succeed } from "./programs/run-program.mjs";

/** Licences that ask whoever installs a package for no more than their text. */
const permissive = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

/** Of tools that are run here and shipped to nobody. */
const ofTools = [...permissive, "Artistic-2.0", "CC-BY-3.0", "CC0-1.0", "MPL-2.0", "Python-2.0", "WTFPL"];

/** Packages whose manifests name no licence that can be read, with the one that their LICENSE file holds. */
const readByHand = new Map([["spawndamnit", "MIT"]]);

/** @typedef {Record<string, { name: string, versions: string[] }[]>} Licenses As pnpm lists them: packages by licence. */

/**
 * The packages whose licence is not allowed, one line each. Of several licences that can be chosen from, one is enough.
 *
 * @param {Licenses} licenses
 * @param {readonly string[]} allowed
 * @returns {string[]}
 */
export function refuseLicenses(licenses, allowed) {
  return Object.entries(licenses).flatMap(([license, packages]) =>
    packages.flatMap(({ name, versions }) => {
      const stated = license === "Unknown" ? (readByHand.get(name) ?? license) : license;
      const choices = stated.replace(/^\(|\)$/g, "").split(" OR ");
      return choices.some((each) => allowed.includes(each)) ? [] : [`${name} ${versions.join(", ")}: ${stated}`];
    }),
  );
}

/**
 * The dependencies whose licences are not allowed: of what is published, and of the tools.
 *
 * @param {string} root
 */
export async function checkLicenses(root) {
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const names = (await readPackages(root)).flatMap(({ manifest }) => (manifest.private ? [] : [String(manifest.name)]));
  const list = async (/** @type {string[]} */ filters, /** @type {string[]} */ options) => {
    const command = ["-y", packageManager, ...filters, "licenses", "list", "--json", ...options];
    return /** @type {Licenses} */ (JSON.parse(await succeed("npx", command, { cwd: root })));
  };
  const shipped = await list(
    names.map((name) => `--filter=${name}`),
    ["--prod"],
  );
  return {
    count: Object.values(shipped).flat().length,
    shipped: refuseLicenses(shipped, permissive),
    tools: refuseLicenses(await list([], []), ofTools),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { count, shipped, tools } = await checkLicenses(fileURLToPath(new URL("..", import.meta.url)));
  if (shipped.length + tools.length > 0) {
    console.error(`Licences that nobody allowed:\n${[...shipped, ...tools].join("\n")}`);
    console.error("Take another package, or allow the licence in scripts/check-licenses.mjs and say why.");
    process.exitCode = 1;
  } else console.log(`The licences of ${count} packages that are shipped, and of all tools, are allowed.`);
}
