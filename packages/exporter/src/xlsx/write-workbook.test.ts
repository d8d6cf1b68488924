import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import { expect, test } from "vitest";
import { hostileTexts, line, statement } from "../__fixtures__/statement.js";
import { cellText } from "./cell-text.js";
import { inexactText } from "./cells.js";
import { orderFontElements } from "./order-font-elements.js";
import { type WorkbookInput, writeWorkbook } from "./write-workbook.js";

async function written(input: WorkbookInput): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeWorkbook(input, output)]);
  return bytes;
}
async function read(bytes: Buffer) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}
const sheetOf = (workbook: exceljs.Workbook, name: string) => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
};

test("transactions are real dates, numbers, booleans and text under a frozen, filtered header", async () => {
  const workbook = await read(await written({ statement, lines: [line(1, -40_000n), line(3, -1_234_567n)] }));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Summary", "Transactions"]);
  const sheet = sheetOf(workbook, "Transactions");
  expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(sheet.autoFilter).toBe("A1:T1");
  expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,currency,list_amount,estimated,record_id,record_sha256,amount_exact".split(
      ",",
    ),
  );
  const row = sheet.getRow(2);
  expect(row.getCell(1).value).toEqual(new Date("2026-10-31T00:00:00Z"));
  expect(row.getCell(1).numFmt).toBe("yyyy-mm-dd");
  expect(row.getCell(14).value).toBe(-0.04);
  expect(row.getCell(14).numFmt).toMatch(/^#,##0\.00/);
  expect([row.getCell(10).value, row.getCell(10).type]).toEqual(["0012", exceljs.ValueType.String]);
  expect(row.getCell(17).value).toBe(false);
  expect(row.getCell(9).value).toBeNull();
  expect(sheet.getColumn(11).width).toBeGreaterThan(30);
});

test("hostile text stays text: no formula, no error, nothing lost", async () => {
  const lines = hostileTexts.map((each, index) => line(index, -1n, each));
  const workbook = await read(await written({ statement, lines }));
  const sheet = sheetOf(workbook, "Transactions");
  for (const [index, each] of hostileTexts.entries()) {
    const cell = sheet.getRow(index + 2).getCell(11);
    expect(cell.type).toBe(exceljs.ValueType.String);
    if (each.length <= 32_767) expect(cell.value).toBe(cellText(each));
    else expect(String(cell.value)).toMatch(/the whole text is number 1 on the sheet Long texts\)$/);
    expect(String(cell.value).length).toBeLessThanOrEqual(32_767);
  }
  const parts: string[] = [];
  sheetOf(workbook, "Long texts").eachRow((row, number) => {
    if (number > 1) parts.push(String(row.getCell(3).value));
  });
  expect(parts.join("")).toBe(hostileTexts.at(-1));
});

test("what XML cannot hold is written as Excel writes it, and what looks like it already is told apart", () => {
  expect(cellText("a\0b\rc\n\td _x000D_ \ud800 \ud83d\ude00")).toBe(
    "a_x0000_b_x000D_c\n\td _x005F_x000D_ _xD800_ \ud83d\ude00",
  );
});

test.each([
  ["0.04", null],
  ["-123456789.123456", null],
  ["123456789012345", null],
  ["1000000000000000000", null],
  ["1234567890.123456", "1234567890.123456"],
  ["-0.00000000012345678901234567", "-0.00000000012345678901234567"],
  [null, null],
])("an amount of %s has %s beside it", (text, exact) => {
  expect(inexactText(text)).toBe(exact);
});

test("the summary holds the roll-forward as numbers", async () => {
  const sheet = sheetOf(await read(await written({ statement, lines: [] })), "Summary");
  const values: unknown[][] = [];
  sheet.eachRow((row) => values.push((row.values as unknown[]).slice(1)));
  expect(values).toContainEqual([
    "neevcloud",
    "acme",
    "=org, 1",
    "USD",
    "full-ledger",
    "proved",
    100,
    50.5,
    0,
    ...[undefined, -12.000001],
    ...[undefined, undefined],
    0,
    0,
    0,
    138.499999,
    12.000001,
    3,
  ]);
  expect(JSON.stringify(values)).toContain("This is not a tax invoice.");
});

test("the same input gives the same bytes, on another day and in another time zone", async () => {
  const input = () => ({ statement, lines: [line(1, -40_000n, hostileTexts[0])] });
  const here = await written(input());
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect((await written(input())).equals(here)).toBe(true);
  const script = fileURLToPath(new URL("../__fixtures__/hash-workbook.mjs", import.meta.url));
  const hashes = ["Pacific/Kiritimati", "America/Los_Angeles"].map((TZ) =>
    execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: "utf8" }),
  );
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(createHash("sha256").update(here).digest("hex")).toHaveLength(64);
});

test("the children of a font stand in the order of the schema", () => {
  expect(
    orderFontElements(
      '<font><color theme="1"/><family val="2"/><b/><scheme val="minor"/><sz val="11"/><name val="Calibri"/></font>',
    ),
  ).toBe(
    '<font><b/><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>',
  );
});

test("a slow reader is waited for, and memory stays flat", async () => {
  const output = new PassThrough({ highWaterMark: 16 * 1024 });
  let made = 0;
  function* lines() {
    for (; made < 40_000; made += 1) yield line(made, BigInt(made), `${Math.sin(made)}`);
  }
  const writing = writeWorkbook({ statement, lines: lines() }, output);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const stoppedAt = made;
  expect(stoppedAt).toBeLessThan(20_000);
  const [bytes] = await Promise.all([buffer(output), writing]);
  expect(sheetOf(await read(bytes), "Transactions").rowCount).toBe(40_001);
});
