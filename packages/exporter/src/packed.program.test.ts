import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readWorkbook } from "./__fixtures__/read-workbook.js";
import { line } from "./__fixtures__/statement.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "packed-exporter-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (program: string, options: readonly string[], cwd: string) =>
  promisify(execFile)(program, [...options], { cwd, shell: process.platform === "win32" });

const script = `
import { createWriteStream } from "node:fs";
import { writeReport, writeWorkbook } from "@spendbook/exporter";
import { createStatement, money } from "@spendbook/normalizer";
const month = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [] });
const lines = [month.add({ ...${JSON.stringify(line(1, 0n))}, amount: money("-2.5", "USD") })];
const statement = month.finish();
await writeWorkbook({ statement, lines }, createWriteStream("statement.xlsx"));
await writeReport({ statement, lines }, createWriteStream("statement.html"));
`;

test("the packed packages install with plain npm in an empty folder, without exceljs' tree, and write a workbook and a report", async () => {
  for (const name of ["normalizer", "exporter"])
    await run("pnpm", ["pack", "--pack-destination", folder], fileURLToPath(new URL(`../../${name}`, import.meta.url)));
  const tarballs = (await readdir(folder)).filter((file) => file.endsWith(".tgz")).map((file) => `./${file}`);
  expect(tarballs).toHaveLength(2);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(folder, "write.js"), script);
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs], folder);

  const installed = await readdir(join(folder, "node_modules"));
  expect(installed).toContain("papaparse");
  for (const name of ["exceljs", "unzipper", "traverse", "archiver"]) expect(installed).not.toContain(name);
  await run(process.execPath, ["write.js"], folder);
  const bytes = await readFile(join(folder, "statement.xlsx"));
  const workbook = await readWorkbook(bytes);
  expect(workbook.names.slice(0, 3)).toEqual(["Summary", "Roll-forward", "By service"]);
  expect(workbook.sheet("Summary").getCell("A1").font.bold).toBe(true);
  // A zip lists its files in plain letters: the charts by provider and by day.
  for (const chart of [1, 2]) expect(bytes.includes(`xl/charts/chart${chart}.xml`)).toBe(true);
  const report = await readFile(join(folder, "statement.html"), "utf8");
  expect(report).toMatch(/<style>:root[\s\S]*<h1>October 2026<\/h1>[\s\S]*<script>\(function\(\)[\s\S]*<\/html>\n$/);
});
