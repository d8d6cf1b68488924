// @ts-check
import { join } from "node:path";
// @ts-expect-error It has no types.
import esbuildPlugin from "@size-limit/esbuild";
// @ts-expect-error It has no types.
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";
import { isProvider, readPackages } from "../check-packages/read-packages.mjs";

/** What a client with all it needs may weigh in somebody's page, in bytes after Brotli. */
export const limit = 6000;

/**
 * @typedef {object} Size What a program that imports a package whole takes with it, in bytes: the package, the shared
 *   client and openapi-fetch, bundled and minified by esbuild.
 * @property {string} folder
 * @property {number} minified
 * @property {number} gzip
 * @property {number} brotli
 */

/**
 * The sizes of the clients and of what they share, in the order of their names.
 *
 * @param {string} root The repository; its packages are built.
 * @returns {Promise<Size[]>}
 */
export async function measureSizes(root) {
  const folders = (await readPackages(root)).flatMap((one) =>
    isProvider(one) || one.folder === "client-core" ? [one.folder] : [],
  );
  return Promise.all(
    folders.map(async (folder) => {
      const files = [join(root, "packages", folder, "dist/index.js")];
      const checks = [{ files, brotli: false }, { files, gzip: true }, { files }];
      const measured = await sizeLimit([esbuildPlugin, filePlugin], { cwd: root, checks });
      const [minified, gzip, brotli] = /** @type {[{ size: number }, { size: number }, { size: number }]} */ (measured);
      return { folder, minified: minified.size, gzip: gzip.size, brotli: brotli.size };
    }),
  );
}

/** @param {number} bytes */
export const inKilobytes = (bytes) => (bytes / 1000).toFixed(1);
