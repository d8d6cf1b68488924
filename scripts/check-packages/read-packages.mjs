// @ts-check
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";

/**
 * @typedef {{
 *   [field: string]: unknown,
 *   name?: string,
 *   private?: boolean,
 *   dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string>,
 * }} Manifest
 */

/**
 * @typedef {object} WorkspacePackage
 * @property {string} folder Its name under packages/.
 * @property {Manifest} manifest
 * @property {ReadonlyMap<string, string>} texts What is in its files, by their paths in it, written with slashes:
 *   those of src/ and those beside it.
 */

/**
 * The packages of the workspace in the order of their names.
 *
 * @param {string} root The repository.
 * @returns {Promise<WorkspacePackage[]>}
 */
export async function readPackages(root) {
  const entries = await readdir(join(root, "packages"), { withFileTypes: true });
  const folders = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const packages = await Promise.all(folders.map((folder) => readPackage(root, folder)));
  // A folder without a manifest is no package: what an older state left behind.
  return packages.filter((one) => one !== null);
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<WorkspacePackage | null>}
 */
async function readPackage(root, folder) {
  const path = join(root, "packages", folder);
  const beside = (await readdir(path, { withFileTypes: true })).flatMap((e) => (e.isFile() ? [e.name] : []));
  if (!beside.includes("package.json")) return null;
  const source = await readdir(join(path, "src"), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = source.flatMap((e) => (e.isFile() ? [join(e.parentPath, e.name).slice(path.length + 1)] : []));
  const texts = new Map(
    await Promise.all(
      [...beside, ...files].map(
        async (file) => /** @type {const} */ ([file.split(sep).join("/"), await readFile(join(path, file), "utf8")]),
      ),
    ),
  );
  return { folder, manifest: JSON.parse(texts.get("package.json") ?? ""), texts };
}

/**
 * Whether a package is the client of a provider.
 *
 * @param {WorkspacePackage} one
 */
export function isProvider({ texts }) {
  return texts.has("src/definition.ts");
}
