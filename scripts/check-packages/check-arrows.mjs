// @ts-check
import { posix } from "node:path";
import { readImports } from "./read-imports.mjs";
import { isProvider } from "./read-packages.mjs";

/** @typedef {import("./read-packages.mjs").WorkspacePackage} WorkspacePackage */

/**
 * Which packages of the workspace a package may import: `imports` at run time, `types` by `import type` alone.
 *
 * @typedef {{ imports: readonly string[], types: readonly string[] }} Arrows
 */

/** Private packages that only tests and measurements may use, wherever they are. */
const forTests = ["client-conformance", "sandbox", "test-server"];

/**
 * @param {WorkspacePackage} one
 * @param {readonly WorkspacePackage[]} packages
 * @returns {Arrows | null} Null where nobody decided.
 */
function arrowsOf(one, packages) {
  const providers = packages.filter(isProvider).map(({ folder }) => folder);
  if (isProvider(one)) return { imports: ["client-core"], types: [] };
  switch (one.folder) {
    case "client-core":
    case "ledger":
    case "sandbox":
    case "test-server":
      return { imports: [], types: [] };
    case "client-conformance":
      return { imports: ["client-core", "test-server"], types: [] };
    case "normalizer":
      return { imports: [], types: providers };
    case "exporter":
      return { imports: ["normalizer"], types: [] };
    case "spendbook":
    case "benchmarks":
      return { imports: packages.map(({ folder }) => folder), types: [] };
    default:
      return null;
  }
}

/**
 * Where a package depends on another one, or imports from it, that it should not know.
 *
 * @param {WorkspacePackage} one
 * @param {readonly WorkspacePackage[]} packages
 * @returns {string[]}
 */
export function checkArrows(one, packages) {
  const arrows = arrowsOf(one, packages);
  if (arrows === null) return ["nobody decided what it may import; say so in scripts/check-packages/check-arrows.mjs"];
  const names = new Map(packages.map(({ folder, manifest }) => [manifest.name ?? folder, folder]));
  return [...checkManifest(one, arrows, names), ...checkSources(one, arrows, names)];
}

/**
 * @param {WorkspacePackage} one
 * @param {Arrows} arrows
 * @param {ReadonlyMap<string, string>} names
 */
function checkManifest({ manifest }, { imports, types }, names) {
  const { devDependencies = {}, ...rest } = manifest;
  const shipped = { ...rest.dependencies, ...rest.peerDependencies, ...rest.optionalDependencies };
  const refused = [
    ...Object.keys(shipped).filter((name) => !isAllowed(name, [...imports, ...types], names)),
    ...Object.keys(devDependencies).filter((name) => !isAllowed(name, [...imports, ...types, ...forTests], names)),
  ];
  return refused.map((name) => `package.json: it may not depend on ${name}`);
}

/**
 * @param {WorkspacePackage} one
 * @param {Arrows} arrows
 * @param {ReadonlyMap<string, string>} names
 */
function checkSources({ folder, texts }, { imports, types }, names) {
  return [...texts].flatMap(([file, text]) => {
    if (!/^src\/.*\.ts$/.test(file)) return [];
    const tests = /\.test\.ts$|\/__fixtures__\//.test(file) ? forTests : [];
    return readImports(text).flatMap(({ specifier, isTypeOnly }) => {
      if (specifier.startsWith(".")) {
        const target = posix.join("packages", folder, posix.dirname(file), specifier);
        const isOwn = !target.startsWith("packages/") || target.startsWith(`packages/${folder}/`);
        return isOwn ? [] : [`${file}: it may not reach into ${target}`];
      }
      const name = specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
      if (isAllowed(name, [...imports, ...tests], names)) return [];
      if (!isAllowed(name, types, names)) return [`${file}: it may not import ${name}`];
      return isTypeOnly ? [] : [`${file}: it may import only types from ${name}; write import type`];
    });
  });
}

/**
 * Whether a package is of another workspace, or one of those that may be used.
 *
 * @param {string} name
 * @param {readonly string[]} folders
 * @param {ReadonlyMap<string, string>} names
 */
function isAllowed(name, folders, names) {
  const folder = names.get(name);
  return folder === undefined || folders.includes(folder);
}
