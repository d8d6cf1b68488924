import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { succeed } from "../programs/run-program.mjs";
import { checkTarballs, publishTarballs, readTarballs } from "./publish-tarballs.mjs";

/** @type {string} */
let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-tarballs-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** @param {string} file @param {object} manifest */
async function pack(file, manifest) {
  await mkdir(join(folder, "package"), { recursive: true });
  await writeFile(join(folder, "package/package.json"), JSON.stringify(manifest));
  await succeed("tar", ["-czf", file, "package"], { cwd: folder });
}

test("what others depend on is published before them", async () => {
  await pack("a.tgz", { name: "a", version: "1.0.0", dependencies: { b: "^1.0.0" } });
  await pack("b.tgz", { name: "b", version: "1.0.0", dependencies: { c: "^2.0.0" } });
  await pack("c.tgz", { name: "c", version: "2.0.0" });
  const tarballs = await readTarballs(folder);
  expect(tarballs.map(({ manifest }) => manifest.name)).toEqual(["c", "b", "a"]);
  expect(checkTarballs(tarballs)).toEqual([]);
});

test("tarballs that do not fit one another are not published", async () => {
  await pack("a.tgz", { name: "a", version: "1.0.0", dependencies: { b: "^1.0.0", c: "workspace:^" } });
  await pack("b.tgz", { name: "b", version: "2.0.0" });
  await pack("c.tgz", { name: "c", version: "0.0.0" });
  const tarballs = await readTarballs(folder);
  expect(checkTarballs(tarballs).toSorted()).toEqual([
    "a: asks for b ^1.0.0, and it is 2.0.0",
    "a: asks for c by workspace:^",
    "c: has no version yet; run changeset version",
  ]);
  await expect(publishTarballs(tarballs, { dryRun: true })).rejects.toThrow("Nothing was published");
  await expect(publishTarballs([], { dryRun: true })).rejects.toThrow("there are no tarballs");
});
