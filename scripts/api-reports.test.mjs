import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeApiReports } from "./api-reports.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = "packages/neevcloud/neevcloud.api.md";

/** @type {string} */
let copy;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "spendbook-reports-"));
  for (const path of ["dist", "package.json", "neevcloud.api.md"])
    await cp(join(root, "packages/neevcloud", path), join(copy, "packages/neevcloud", path), { recursive: true });
  await symlink(
    join(root, "packages/neevcloud/node_modules"),
    join(copy, "packages/neevcloud/node_modules"),
    "junction",
  );
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
});
afterAll(() => rm(copy, { recursive: true }));

test("what a client exports is what its report in the repository says", async () => {
  expect(await writeApiReports(copy, { check: true })).toEqual([]);
});

test("an export that is gone and a parameter of another type are caught, and show in the report once it is written", async () => {
  const index = join(copy, "packages/neevcloud/dist/index.d.ts");
  await writeFile(index, (await readFile(index, "utf8")).replace("type RetryOptions", "type RetryOptions as Retrying"));
  const list = join(copy, "packages/neevcloud/dist/generated/openapi.d.ts");
  await writeFile(list, (await readFile(list, "utf8")).replace("org_id: string", "org_id: number"));
  expect(await writeApiReports(copy, { check: true })).toEqual([report]);
  expect(await writeApiReports(copy, { check: false })).toEqual([report]);
  const written = await readFile(join(copy, report), "utf8");
  expect(written).toContain("Retrying");
  expect(written).toContain("org_id: number");
  expect(await writeApiReports(copy, { check: true })).toEqual([]);
});
