// @ts-check
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readPackages } from "../check-packages/read-packages.mjs";
import { succeed } from "./run-program.mjs";

/** @typedef {import("../check-packages/read-packages.mjs").Manifest} Manifest */
/**
 * @typedef {object} PackedPackage
 * @property {string} name
 * @property {string} tarball
 * @property {string} folder What is in the tarball, unpacked.
 * @property {string[]} files Paths in it.
 * @property {Manifest} manifest As it is published.
 */

/**
 * Packs every package that is published, as pnpm would publish it.
 *
 * @param {string} root The repository; its packages are built.
 * @param {string} destination An empty folder.
 * @returns {Promise<PackedPackage[]>}
 */
export async function packPackages(root, destination) {
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const packages = (await readPackages(root)).filter(({ manifest }) => !manifest.private);
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  const pack = ["-y", packageManager, "-r", ...filters, "pack", `--pack-destination=${destination}`];
  await succeed("npx", pack, { cwd: root });
  return Promise.all(packages.map(({ manifest }) => unpack(manifest, destination)));
}

/**
 * @param {Manifest} source
 * @param {string} destination
 * @returns {Promise<PackedPackage>}
 */
async function unpack({ name = "", version }, destination) {
  const fileName = name.replace("@", "").replace("/", "-");
  const tarball = join(destination, `${fileName}-${version}.tgz`);
  const folder = join(destination, fileName);
  await mkdir(folder);
  await succeed("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], { cwd: destination });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.flatMap((entry) =>
    entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : [],
  );
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return { name, tarball, folder, files: files.map((file) => file.split(sep).join("/")).sort(), manifest };
}
