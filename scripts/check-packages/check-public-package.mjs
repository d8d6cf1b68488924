// @ts-check
import { isDeepStrictEqual } from "node:util";
import { readHeadings } from "./read-headings.mjs";

/** @typedef {import("./read-packages.mjs").WorkspacePackage} WorkspacePackage */

/**
 * What is wrong with a package that is published: its manifest, and what has to lie beside it.
 *
 * @param {WorkspacePackage} one
 * @param {import("./read-packages.mjs").Manifest} workspace The root's manifest.
 * @param {string} license The root's licence text.
 * @returns {string[]}
 */
export function checkPublicPackage({ folder, manifest, texts }, workspace, license) {
  const name = folder === "spendbook" ? folder : `@spendbook/${folder}`;
  const expected = {
    name,
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: workspace.engines,
    repository: {
      type: "git",
      url: "git+https://github.com/spendbook/spendbook.git",
      directory: `packages/${folder}`,
    },
    publishConfig: { access: "public", provenance: true },
  };
  const wrong = Object.entries(expected).flatMap(([field, value]) =>
    isDeepStrictEqual(manifest[field], value)
      ? []
      : [`package.json: ${field} is ${JSON.stringify(manifest[field])}; write ${JSON.stringify(value)}`],
  );
  return [
    ...wrong,
    ...checkTexts(manifest),
    ...checkExports(manifest),
    ...checkReadme(texts.get("README.md"), name),
    ...(texts.get("LICENSE") === license ? [] : ["LICENSE is missing or differs from the root's; copy that"]),
  ];
}

/** @param {import("./read-packages.mjs").Manifest} manifest */
function checkTexts({ description, keywords, files }) {
  return [
    ...(typeof description === "string" && description.trim() !== "" ? [] : ["package.json: description is missing"]),
    ...(Array.isArray(keywords) && keywords.length > 0 ? [] : ["package.json: keywords are missing"]),
    ...(Array.isArray(files) && files.includes("dist") ? [] : ['package.json: files lacks "dist"']),
  ];
}

/**
 * Types come first, since a resolver takes the first condition that holds; and nothing but what is listed can be imported.
 *
 * @param {import("./read-packages.mjs").Manifest} manifest
 */
function checkExports({ exports, bin }) {
  const entries = Object.entries(/** @type {Record<string, unknown>} */ (exports ?? {}));
  const problems = entries.flatMap(([path, target]) => {
    if (path.includes("*")) return [`package.json: exports ${path} opens more than is listed`];
    if (typeof target === "string" || target === null) return [];
    const conditions = Object.keys(/** @type {object} */ (target));
    return conditions[0] === "types" && conditions.includes("default")
      ? []
      : [`package.json: exports ${path} has the conditions ${conditions.join(", ")}; write types, then default`];
  });
  // A command is run and not imported.
  const expected = bin === undefined ? [".", "./package.json"] : ["./package.json"];
  const missing = expected.filter((path) => !entries.some(([entry]) => entry === path));
  return [...problems, ...missing.map((path) => `package.json: exports lacks ${path}`)];
}

/**
 * @param {string | undefined} text
 * @param {string} name
 */
function checkReadme(text, name) {
  if (text === undefined) return ["README.md is missing"];
  return readHeadings(text)[0] === `# ${name}` ? [] : [`README.md does not begin with the heading "# ${name}"`];
}
