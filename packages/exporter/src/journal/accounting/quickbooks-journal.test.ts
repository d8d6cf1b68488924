import { money } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../../__fixtures__/journal.js";
import { netOf, rowsOf, totalOf } from "../../__fixtures__/read-import.js";
import { quickbooksJournal } from "./quickbooks-journal.js";

const name = "quickbooks-journal-2026-10.csv";
const rows = async (...input: Parameters<typeof monthOf>) =>
  rowsOf((await filesOf(quickbooksJournal, monthOf(...input))).get(name) ?? "");
const many = (count: number, date: string) =>
  Array.from({ length: count }, (_, index) => lineOf("usage", "-1", { service: `s${index}`, date }));

// Source of the columns, of one entry for each journal number and of the sub-account's colon: Intuit's help page
// "Import journal entries" (statement-rules 2.1, row "QBO journal").
test("the columns are those that Intuit lists, and debits and credits stand in their own", async () => {
  const files = await filesOf(quickbooksJournal, monthOf("2026-10", [lineOf("usage", "-12.5", { service: "gpu" })]));
  expect(files.get(name)).toBe(
    "Journal No,Journal Date,Account Name,Description,Debits,Credits\r\n" +
      '20261005-e2d5133d71,10/05/2026,Expenses:AI Compute,"Usage, acme, org_1, gpu (1 record)",12.50,\r\n' +
      '20261005-e2d5133d71,10/05/2026,Assets:Prepaid AI Credits,"Usage, acme, org_1 (1 record)",,12.50\r\n',
  );
});

test("classes have a column where the mapping assigns cost centres (QBO journal: optional class)", async () => {
  const coding = { code: "6310", costCentre: "research", taxTreatment: null, vendor: null, rule: 1, functional: null };
  const [expense, prepaid] = await rows("2026-10", [lineOf("usage", "-1", { coding })]);
  expect(expense).toMatchObject({ "Account Name": "6310", Class: "research" });
  expect(prepaid).toMatchObject({ Class: "" });
});

test("each journal number balances, is one entry, and keeps to 21 characters (QBO journal; QBO bills: DocNumber ≤ 21)", async () => {
  const all = await rows("2026-10", [lineOf("usage", "-0.004"), lineOf("top-up", "5.555"), ...many(40, "2026-10-06")]);
  const numbers = new Set(all.map((row) => row["Journal No"] ?? ""));
  expect(numbers.size).toBeGreaterThan(1);
  for (const number of numbers) {
    expect(totalOf(all.filter((row) => row["Journal No"] === number).map(netOf))).toBe("0");
    expect(number).toMatch(/^[0-9a-f-]{1,21}$/);
  }
});

test("files have no more than 1,000 rows, and no entry is divided between two (QBO bank: ≤ 1,000 rows)", async () => {
  const lines = [...many(600, "2026-10-05"), ...many(600, "2026-10-06"), ...many(300, "2026-10-07")];
  const files = await filesOf(quickbooksJournal, monthOf("2026-10", lines));
  expect([...files.keys()]).toEqual(["quickbooks-journal-2026-10-1.csv", "quickbooks-journal-2026-10-2.csv"]);
  const parts = [...files.values()].map(rowsOf);
  expect(parts.map((part) => part.length)).toEqual([601, 902]);
  for (const part of parts) expect(totalOf(part.map(netOf))).toBe("0");
});

test("an entry longer than a file may be becomes several that balance each", async () => {
  const files = await filesOf(quickbooksJournal, monthOf("2026-10", many(2500, "2026-10-05")));
  const parts = [...files.values()].map(rowsOf);
  const numbers = parts.map((part) => new Set(part.map((row) => row["Journal No"])));
  expect(numbers.map(({ size }) => size)).toEqual([1, 1, 1]);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(1000);
    expect(totalOf(part.map(netOf))).toBe("0");
  }
  const credits = parts.flat().filter((row) => row["Account Name"] === "Assets:Prepaid AI Credits");
  expect(totalOf(credits.map(netOf))).toBe("-2500");
});

test("amounts have the currency's minor unit, and each currency a file of its own (ISO 4217)", async () => {
  const yen = { wallet: "yen", currency: "JPY", amount: money("-12.6", "JPY") };
  const dinar = { wallet: "dinar", currency: "KWD", amount: money("-1.2345", "KWD") };
  const files = await filesOf(
    quickbooksJournal,
    monthOf("2026-10", [lineOf("usage", "-1.005"), lineOf("usage", "0", yen), lineOf("usage", "0", dinar)]),
  );
  const debits = [...files].map(([file, csv]) => [file.slice(27), rowsOf(csv)[0]?.Debits]);
  expect(debits).toEqual([
    ["JPY.csv", "13"],
    ["KWD.csv", "1.234"],
    ["USD.csv", "1.00"],
  ]);
});

test("a description has at most 4,000 characters, and what was cut stands whole beside it (QBO bills: PrivateNote ≤ 4,000)", async () => {
  const service = "long ".repeat(2000);
  const files = await filesOf(quickbooksJournal, monthOf("2026-10", [lineOf("usage", "-1", { service })]));
  const [row] = rowsOf(files.get(name) ?? "");
  expect(row?.Description).toHaveLength(4000);
  expect(files.get("quickbooks-journal-2026-10-left-out.csv")).toContain(service);
});

test("a line of unknown direction is in no entry and stands in the file of what is left out", async () => {
  const line = lineOf("unclassified", "0", {
    amount: null,
    unsignedAmount: money("3.5", "USD"),
    id: "neevcloud/acme/x",
  });
  const files = await filesOf(quickbooksJournal, monthOf("2026-10", [line]));
  expect(rowsOf(files.get(name) ?? "")).toEqual([]);
  expect(rowsOf(files.get("quickbooks-journal-2026-10-left-out.csv") ?? "")).toMatchObject([
    { amount: "±3.5", reference: "neevcloud/acme/x", reason: "it is not known whether this went in or out" },
  ]);
});
