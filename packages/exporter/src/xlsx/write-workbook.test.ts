import { money } from "@spendbook/normalizer";
import exceljs from "exceljs";
import { expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { hostileTexts, line, statement } from "../__fixtures__/statement.js";
import { type WorkbookInput, writeWorkbook } from "./write-workbook.js";

const written = async (input: Partial<WorkbookInput>) =>
  readWorkbook(await collect((output) => writeWorkbook({ statement, lines: [], ...input }, output)));

test("transactions are real dates, numbers, booleans and text under a frozen, filtered header", async () => {
  const { names, sheet, rows } = await written({ lines: [line(1, -40_000n), line(3, -1_234_567n)] });
  expect(names).toEqual(["Summary", "Transactions"]);
  const transactions = sheet("Transactions");
  expect(transactions.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(transactions.autoFilter).toBe("A1:U3");
  expect(rows("Transactions")[0]?.join()).toBe(
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,amount_exact,currency,list_amount,list_amount_exact,estimated,record_id,record_sha256",
  );
  const row = transactions.getRow(2);
  expect(row.getCell(1).value).toEqual(new Date("2026-10-31T00:00:00Z"));
  expect(row.getCell(1).numFmt).toBe("yyyy-mm-dd");
  expect(row.getCell(14).value).toBe(-0.04);
  expect(row.getCell(14).numFmt).toBe("#,##0.00#############");
  expect(row.getCell(19).value).toBe(false);
  expect(row.getCell(9).value).toBeNull();
  expect(transactions.getColumn(11).width).toBe(44);
});

test("hostile text stays text: no formula, no number, nothing lost", async () => {
  const lines = hostileTexts.map((each, index) => ({ ...line(index, -1n, each), resource: each, service: each }));
  const { sheet, rows } = await written({ lines });
  const long = rows("Long texts").slice(1);
  for (const [index, each] of hostileTexts.entries()) {
    for (const column of [9, 10, 11])
      expect(sheet("Transactions").getCell(index + 2, column).type).toBe(exceljs.ValueType.RichText);
    const read = rows("Transactions")[index + 1]?.[10];
    if (each.length <= 32_767) expect(read).toBe(each);
    else expect(read).toMatch(/^x+… \(cut; the whole text is number 3 on the sheet Long texts\)$/);
  }
  for (const number of [1, 2, 3])
    expect(
      long
        .filter(([text]) => text === number)
        .map(([, , part]) => part)
        .join(""),
    ).toBe("x".repeat(40_000));
});

test("an amount that a number does not hold has its exact text beside it, and one without a sign only that", async () => {
  const lines = [
    { ...line(0, 1n), amount: money("-1234567890.1234567", "USD"), listAmount: money("0.0000000000000000001", "USD") },
    { ...line(1, 1n), quantity: "1.00000000000000000001", unit: "credits" },
    { ...line(2, 1n), amount: null, unsignedAmount: money("12.5", "USD"), kind: "unclassified" as const },
  ];
  const cells = (await written({ lines })).rows("Transactions").slice(1);
  expect(cells.map((row) => [row[11], ...row.slice(13, 18)])).toEqual([
    [undefined, -1234567890.1234567, "-1234567890.1234567", "USD", 1e-19, "0.0000000000000000001"],
    ["1.00000000000000000001", 0.000001, undefined, "USD", undefined, undefined],
    [undefined, undefined, "±12.5", "USD", undefined, undefined],
  ]);
});

test("the summary tells the month, its zone, basis and evidence, and holds the roll-forward as numbers", async () => {
  const rows = (await written({})).rows("Summary");
  expect(rows.slice(0, 5)).toEqual([
    ["Statement 2026-10"],
    ["month", "2026-10"],
    ["time zone", "Asia/Kolkata"],
    ["basis", "posted: an entry counts when the provider booked it"],
    ["as of", "2026-11-02T06:00:00.000Z"],
  ]);
  expect(rows).toContainEqual(["This is not a tax invoice."]);
  const wallet = ["neevcloud", "acme", "=org, 1", "USD", "full-ledger", "proved", 100, 50.5, 0, undefined, -12.000001];
  expect(rows).toContainEqual([...wallet, undefined, undefined, 0, 0, 0, 138.499999, 12.000001, 3]);
  expect(rows).toContainEqual(["USD", 12.000001, 50.5, 0, undefined, -12.000001, undefined, undefined, 0, 0, 3]);
  expect(rows).toContainEqual(["neevcloud", "acme", undefined, "USD", 12.000001, 2]);
  expect(rows).toContainEqual([new Date("2026-10-31T00:00:00Z"), "neevcloud", "acme", "USD", 12.000001, 2]);
  expect(rows).toContainEqual(["neevcloud", "acme", "=org, 1", "+The second note."]);
  expect(rows).toContainEqual(["cut_off_rows", "neevcloud/acme", "Two lines."]);
});

test("a figure of the summary that a number does not hold is listed exactly, by its cell", async () => {
  const [wallet] = statement.wallets;
  if (wallet === undefined) throw new Error("the fixture has no wallet");
  const { sheet, rows } = await written({
    statement: { ...statement, wallets: [{ ...wallet, closing: "12345678901.12345678" }] },
  });
  const [address, exact] = rows("Summary").at(-1) ?? [];
  expect(exact).toBe("12345678901.12345678");
  expect(sheet("Summary").getCell(String(address)).value).toBe(12345678901.123457);
});

test("a month without lines has its sheets", async () => {
  const { names, sheet } = await written({});
  expect(names).toEqual(["Summary", "Transactions"]);
  expect(sheet("Transactions").rowCount).toBe(1);
});
