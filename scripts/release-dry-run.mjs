// @ts-check
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installNpmPrograms } from "./install-programs.mjs";
import { packPackages } from "./programs/pack-packages.mjs";
import { succeed } from "./programs/run-program.mjs";
import { checkTarball } from "./release/check-tarball.mjs";
import { publishTarballs, readTarballs } from "./release/publish-tarballs.mjs";

/**
 * Does what the release workflow does, in a clone of what is committed here, and publishes nothing: takes the changesets into
 * versions and changelogs, builds, packs, checks every tarball, and has npm publish it without sending it.
 *
 * @param {string} root The repository.
 * @param {(line: string) => void} say
 */
export async function releaseDryRun(root, say) {
  await installNpmPrograms();
  const folder = await mkdtemp(join(tmpdir(), "spendbook-release-"));
  const [clone, packed] = [join(folder, "clone"), join(folder, "packed")];
  try {
    await succeed("git", ["clone", "--quiet", "--no-hardlinks", root, clone], { cwd: folder });
    const commit = (await succeed("git", ["log", "-1", "--format=%h %s"], { cwd: clone })).trim();
    say(`Commit: ${commit}`);
    const { packageManager } = JSON.parse(await readFile(join(clone, "package.json"), "utf8"));
    const env = { ...process.env, CI: "true", TURBO_TELEMETRY_DISABLED: "1" };
    const pnpm = (/** @type {string[]} */ ...args) =>
      succeed("npx", ["-y", packageManager, ...args], { cwd: clone, env });
    await pnpm("install", "--frozen-lockfile", "--prefer-offline");
    await pnpm("changeset", "version");
    const changed = await succeed("git", ["status", "--porcelain"], { cwd: clone });
    say(`Versions: ${changed.split("\n").filter((line) => line.includes("CHANGELOG.md")).length} changelogs written`);
    await pnpm("build");
    await mkdir(packed);
    const packages = await packPackages(clone, packed);
    say(`Packed: ${packages.length} tarballs`);
    for (const { name, tarball } of packages) say(`Checked: ${name}, ${(await checkTarball(tarball)).join(", ")}`);
    const publications = await publishTarballs(await readTarballs(packed), { dryRun: true });
    for (const { name, version, outcome, size, unpackedSize, files } of publications)
      say(
        `npm publish --dry-run: ${name}@${version} ${outcome}, ${kB(size)} packed, ${kB(unpackedSize)} unpacked, ${files} files`,
      );
    return publications;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const publications = await releaseDryRun(fileURLToPath(new URL("..", import.meta.url)), console.log);
  console.log(`Nothing was sent. ${publications.length} packages stand ready.`);
}
