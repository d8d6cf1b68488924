// @ts-check
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { succeed } from "../programs/run-program.mjs";
import { inKilobytes } from "../sizes/measure-sizes.mjs";

const say = (/** @type {number} */ packed, /** @type {number} */ unpacked) =>
  `${inKilobytes(packed)} / ${inKilobytes(unpacked)} kB`;

/** @param {import("../programs/pack-packages.mjs").PackedPackage} packed */
export async function weighTarball({ tarball, folder, files }) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return say(
    (await stat(tarball)).size,
    sizes.reduce((sum, size) => sum + size, 0),
  );
}

/** A package as it is on npm. @param {string} spec @param {string} folder */
export async function weighPeer(spec, folder) {
  const printed = await succeed("npm", ["pack", spec, "--json", "--pack-destination", folder], { cwd: folder });
  const all = JSON.parse(printed);
  // npm 11 names each package before what it says of it.
  const [{ size, unpackedSize }] = Array.isArray(all) ? all : Object.values(all);
  return say(size, unpackedSize);
}
