// @ts-check
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { runProgram, succeed } from "../programs/run-program.mjs";

/** @typedef {{ name: string, version: string, dependencies?: Record<string, string> }} Manifest */
/** @typedef {{ file: string, manifest: Manifest }} Tarball */
/** @typedef {{ name: string, version: string, outcome: "published" | "there already" | "would be published", size: number, unpackedSize: number, files: number }} Publication */

/**
 * The tarballs of a folder, those that others depend on first: whoever installs one in between finds what it asks for.
 *
 * @param {string} folder
 * @returns {Promise<Tarball[]>}
 */
export async function readTarballs(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".tgz")).sort();
  const all = await Promise.all(
    files.map(async (file) => {
      const text = await succeed("tar", ["-xOzf", file, "package/package.json"], { cwd: folder });
      return { file: join(folder, file), manifest: /** @type {Manifest} */ (JSON.parse(text)) };
    }),
  );
  /** @type {Tarball[]} */
  const ordered = [];
  const place = (/** @type {Tarball} */ tarball) => {
    if (ordered.includes(tarball)) return;
    const names = Object.keys(tarball.manifest.dependencies ?? {});
    for (const other of all) if (names.includes(other.manifest.name)) place(other);
    ordered.push(tarball);
  };
  for (const tarball of all) place(tarball);
  return ordered;
}

/**
 * What is wrong with tarballs that would be published together, one line each.
 *
 * @param {readonly Tarball[]} tarballs
 * @returns {string[]}
 */
export function checkTarballs(tarballs) {
  const versions = new Map(tarballs.map(({ manifest }) => [manifest.name, manifest.version]));
  return tarballs.flatMap(({ manifest: { name, version, dependencies = {} } }) => [
    ...(version === "0.0.0" ? [`${name}: has no version yet; run changeset version`] : []),
    ...Object.entries(dependencies).flatMap(([dependency, range]) => {
      if (/^(workspace|catalog|file|link):/.test(range)) return [`${name}: asks for ${dependency} by ${range}`];
      const own = versions.get(dependency);
      return own === undefined || range === `^${own}`
        ? []
        : [`${name}: asks for ${dependency} ${range}, and it is ${own}`];
    }),
  ]);
}

/**
 * Publishes tarballs by npm, which takes the workflow's own identity in place of a token and signs the provenance with it.
 * Leaves alone what is published already, so that a release that broke off can be run again.
 *
 * @param {readonly Tarball[]} tarballs
 * @param {{ dryRun: boolean }} options
 * @returns {Promise<Publication[]>}
 */
export async function publishTarballs(tarballs, { dryRun }) {
  const problems = checkTarballs(tarballs);
  if (tarballs.length === 0) problems.push("there are no tarballs");
  if (problems.length > 0) throw new Error(`Nothing was published:\n${problems.join("\n")}`);
  /** @type {Publication[]} */
  const publications = [];
  for (const { file, manifest } of tarballs) {
    const { name, version } = manifest;
    const cwd = join(file, "..");
    const isThere = await runProgram("npm", ["view", `${name}@${version}`, "version", "--json"], { cwd });
    if (isThere.code === 0 && isThere.stdout.trim() !== "") {
      publications.push({ name, version, outcome: "there already", size: 0, unpackedSize: 0, files: 0 });
      continue;
    }
    const options = ["--json", "--access=public", ...(dryRun ? ["--dry-run"] : ["--provenance"])];
    const printed = JSON.parse(await succeed("npm", ["publish", file, ...options], { cwd }));
    // npm names the package before what it says of it, from version 11 on.
    const { size, unpackedSize, entryCount } = printed[name] ?? printed;
    const outcome = dryRun ? "would be published" : "published";
    publications.push({ name, version, outcome, size, unpackedSize, files: entryCount });
  }
  return publications;
}
