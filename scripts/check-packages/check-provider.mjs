// @ts-check
import { isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { readHeadings } from "./read-headings.mjs";

/** @typedef {import("./read-packages.mjs").WorkspacePackage} WorkspacePackage */

const headings = [
  "## Operations",
  "## Paging",
  "## Options",
  "## Errors",
  "## Retries",
  "## Amounts",
  "## Quirks",
  "## Size",
  "## Document",
];

/** What every client's index exports beside the names that hold its provider's. */
const commonExports = [
  "AttemptEvent",
  "CallOptions",
  "ClientError",
  "ClientErrorCode",
  "PagedList",
  "RetryOptions",
  "components",
  "isClientError",
  "paths",
];

const manifestParts = {
  // For resolvers that do not read exports, TypeScript's node10.
  types: "./dist/index.d.ts",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
  files: ["dist"],
  scripts: { build: "tsc" },
  dependencies: { "@spendbook/client-core": "workspace:^" },
};

/**
 * What sets the client of a provider apart from its siblings that should not.
 *
 * @param {WorkspacePackage} one
 * @returns {string[]}
 */
export function checkProvider({ folder, manifest, texts }) {
  const wrong = Object.entries(manifestParts).flatMap(([field, value]) =>
    isDeepStrictEqual(manifest[field], value)
      ? []
      : [`package.json: ${field} is ${JSON.stringify(manifest[field])}; write ${JSON.stringify(value)}`],
  );
  return [
    ...wrong,
    ...checkFiles(folder, [...texts.keys()]),
    ...checkIndex(folder, texts.get("src/index.ts") ?? ""),
    ...checkHeadings(texts.get("README.md") ?? ""),
  ];
}

/**
 * The fields that siblings of a provider have in their manifests and it has not.
 *
 * @param {WorkspacePackage} one
 * @param {readonly WorkspacePackage[]} providers
 * @returns {string[]}
 */
export function checkFields({ manifest }, providers) {
  const others = new Map(
    providers.flatMap((other) => Object.keys(other.manifest).map((field) => [field, other.folder])),
  );
  return [...others].flatMap(([field, folder]) =>
    field in manifest ? [] : [`package.json: ${field} is missing, which packages/${folder} has`],
  );
}

/**
 * @param {string} folder
 * @param {string[]} files
 */
function checkFiles(folder, files) {
  const client = `src/create-${folder}-client`;
  const expected = ["tsconfig.json", "src/index.ts", `${client}.ts`, `${client}.test.ts`];
  const missing = expected.filter((file) => !files.includes(file)).map((file) => `${file} is missing`);
  if (!files.some((file) => /^src\/list-[a-z-]+\.ts$/.test(file))) missing.push("no list is there: src/list-<rows>.ts");
  const types = ["src/generated/openapi.ts", "src/paths.ts"].filter((file) => files.includes(file));
  if (types.length !== 1)
    missing.push("its types come from one of src/generated/openapi.ts (generated) and src/paths.ts (by hand)");
  return missing;
}

/**
 * @param {string} folder
 * @param {string} text
 */
function checkIndex(folder, text) {
  const names = readExports(text);
  const plain = folder.replaceAll("-", "");
  const create = names.find((name) => /^create.+Client$/.test(name) && name.slice(6, -6).toLowerCase() === plain);
  if (create === undefined) return [`src/index.ts does not export create<Provider>Client, by the name ${plain}`];
  const client = create.slice("create".length);
  return [client, `${client}Options`, ...commonExports].flatMap((name) =>
    names.includes(name) ? [] : [`src/index.ts does not export ${name}`],
  );
}

/**
 * The names that an index passes on from other files.
 *
 * @param {string} text
 */
function readExports(text) {
  const file = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [],
  );
}

/** @param {string} readme */
function checkHeadings(readme) {
  const own = readHeadings(readme).slice(1);
  return isDeepStrictEqual(own, headings)
    ? []
    : [`README.md has the headings ${JSON.stringify(own)}; write ${JSON.stringify(headings)}`];
}
