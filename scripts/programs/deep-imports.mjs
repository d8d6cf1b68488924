// @ts-check
import { succeed } from "./run-program.mjs";

/**
 * The files of packages that a program can import by their paths, though the packages do not export them.
 *
 * @param {string} cwd Where the packages are installed.
 * @param {readonly import("./pack-packages.mjs").PackedPackage[]} packed
 * @returns {Promise<string[]>}
 */
export async function findDeepImports(cwd, packed) {
  const names = packed.flatMap(({ name, files, manifest }) => {
    const exported = Object.keys(Object(manifest.exports));
    return files.flatMap((file) => (exported.includes(`./${file}`) ? [] : [`${name}/${file}`]));
  });
  const program = `const open = ${JSON.stringify(names)}.filter((name) => {
      try { return import.meta.resolve(name) !== ""; } catch (error) {
        if (error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return false;
        throw error;
      }
    });
    console.log(JSON.stringify(open));`;
  return JSON.parse(await succeed(process.execPath, ["--input-type=module", "-e", program], { cwd }));
}
