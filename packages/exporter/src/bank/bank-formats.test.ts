import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { hostileTexts } from "../__fixtures__/statement.js";
import type { ExportInput } from "../export-format.js";
import { exportFormats } from "../export-formats.js";
import { textOfCell } from "../journal/accounting/cell-text.js";

const opening = { "org_1 USD": "100" };
const coding = { code: "6310", costCentre: null, taxTreatment: null, vendor: "Neev, Ltd", rule: 1, functional: null };
const october = monthOf(
  "2026-10",
  [
    lineOf("top-up", "50", { date: "2026-10-02" }),
    lineOf("usage", "-1.004"),
    lineOf("usage", "-1.004", { service: "gpu" }),
    lineOf("usage", "-0.003", { date: "2026-10-06", coding }),
    lineOf("refund", "0.5", { date: "2026-10-07" }),
    lineOf("usage", "-2", {
      date: "2026-10-08",
      wallet: "Wallet Zwei",
      currency: "JPY",
      amount: { ...lineOf("usage", "-2").amount, currency: "JPY" } as never,
    }),
  ],
  opening,
  "0",
);

type Format = keyof typeof exportFormats;
const write = (format: Format, input: ExportInput = october) => filesOf(exportFormats[format], input);
async function only(format: Format, part: string, input?: ExportInput): Promise<string> {
  const files = await write(format, input);
  const [text] = [...files].filter(([name]) => name.includes(part)).map(([, content]) => content);
  if (text === undefined) throw new Error(`${part} is not among ${[...files.keys()].join(", ")}`);
  return text;
}
const rowsOf = (text: string) => parse(text, { relax_column_count: true }) as string[][];

test("each wallet has a file of its own, named after it or told apart by a hash", async () => {
  expect([...(await write("xero-bank")).keys()]).toEqual([
    "xero-bank-2026-10-neevcloud-acme-org_1.csv",
    expect.stringMatching(/^xero-bank-2026-10-neevcloud-acme-wallet-zwei-[0-9a-f]{10}\.csv$/),
  ]);
});

describe("the amounts", () => {
  test("are rounded to the currency's minor unit, and what is left over is carried to the next", async () => {
    const rows = rowsOf(await only("xero-bank", "org_1"));
    // −2.008 is −2.01, which leaves 0.002; −0.003 more makes −0.001, which is nothing yet; then +0.5.
    expect(rows.slice(1).map(([date, amount]) => [date, amount])).toEqual([
      ["02/10/2026", "50.00"],
      ["05/10/2026", "-2.01"],
      ["07/10/2026", "0.50"],
    ]);
    expect(rowsOf(await only("xero-bank", "zwei"))[1]?.slice(0, 2)).toEqual(["08/10/2026", "-2"]);
  });

  test("have the unexplained difference on a line of its own, on the last day", async () => {
    const input = monthOf("2026-10", [lineOf("usage", "-1")], opening, "-0.25");
    expect(rowsOf(await only("sage-bank", "org_1", input)).at(-1)).toEqual([
      "31/10/2026",
      "Unexplained difference, acme, org_1",
      "-0.25",
    ]);
  });
});

describe("QuickBooks Online (quickbooks.intuit.com L4BjLWckq)", () => {
  test("gets Date, Description and Amount in that order, dates in one form, and no number in a description", async () => {
    const rows = rowsOf(await only("quickbooks-bank", "org_1"));
    expect(rows).toEqual([
      ["Date", "Description", "Amount"],
      ["02/10/2026", "Top-up", "50.00"],
      ["05/10/2026", "Usage", "-2.01"],
      ["07/10/2026", "Refund", "0.50"],
    ]);
    const corrects = { month: "2026-09", entryId: "e", kind: "usage" } as const;
    const late = monthOf("2026-10", [lineOf("adjustment", "-1", { corrects })], opening);
    expect(rowsOf(await only("quickbooks-bank", "org_1", late))[1]?.[1]).toBe(
      "Adjustment of an earlier month for usage",
    );
  });
});

test("Xero gets unique column names, no balance, no empty column, and an id to know a line by (statementedge.com)", async () => {
  const [header = [], ...rows] = rowsOf(await only("xero-bank", "org_1"));
  expect(header).toEqual(["*Date", "*Amount", "Payee", "Description", "Reference"]);
  for (const row of rows) for (const cell of row) expect(cell).not.toBe("");
  expect(new Set(rows.map((row) => row[4])).size).toBe(rows.length);
});

test("FreeAgent gets three columns without a header, a comma within or a quote mark (support.freeagent.com 115001222564)", async () => {
  const lines = hostileTexts.map((vendor, index) =>
    lineOf("usage", "-1", {
      coding: { ...coding, vendor },
      account: vendor.slice(0, 50) || "acme",
      wallet: `w${index}`,
    }),
  );
  for (const text of (await write("freeagent-bank", monthOf("2026-10", lines))).values()) {
    expect(text).not.toMatch(/["'\0]/);
    for (const line of text.trimEnd().split("\r\n")) expect(line.split(",")).toHaveLength(3);
  }
});

test("Wave gets at most 100 rows in a file (zerabooks.com)", async () => {
  const lines = Array.from({ length: 230 }, (_, index) =>
    lineOf("usage", "-1", { coding: { ...coding, code: `code ${index}` } }),
  );
  const files = await write("wave-bank", monthOf("2026-10", lines));
  expect([...files.keys()]).toEqual([1, 2, 3].map((part) => `wave-bank-2026-10-neevcloud-acme-org_1-${part}.csv`));
  expect([...files.values()].map((text) => rowsOf(text).length - 1)).toEqual([100, 100, 30]);
});

test("Sage gets a description on every line (gb-kb.sage.com 240718093942637)", async () => {
  for (const [, description] of rowsOf(await only("sage-bank", "org_1"))) expect(description).not.toBe("");
});

describe("texts that break careless writers", () => {
  const lines = hostileTexts.map((text, index) =>
    lineOf("usage", "-1", { wallet: `w${index}`, coding: { ...coding, vendor: text } }),
  );

  test.each(["quickbooks-bank", "xero-bank", "sage-bank", "wave-bank"] as const)(
    "are in %s without a live formula or a broken line",
    async (format) => {
      for (const text of (await write(format, monthOf("2026-10", lines))).values()) {
        const rows = rowsOf(text);
        expect(rows).toHaveLength(2);
        for (const cell of rows.slice(1).flat()) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠\t\r]|^-[^0-9]|[\p{Cc}]/u);
      }
    },
  );

  test("can be read back from Xero's payee", async () => {
    const payees = [...(await write("xero-bank", monthOf("2026-10", lines))).values()].map(
      (text) => rowsOf(text)[1]?.[2],
    );
    const whole = hostileTexts.map((text) => text.replace("\ud800", "\ufffd"));
    expect(payees.map((payee) => textOfCell(payee ?? ""))).toEqual(whole);
  });
});

test("an entry keeps its id whatever else the month holds", async () => {
  const alone = monthOf("2026-10", [lineOf("usage", "-1.004")], opening);
  const [, first] = rowsOf(await only("xero-bank", "org_1", alone));
  const [, , second] = rowsOf(await only("xero-bank", "org_1"));
  expect(second?.[4]).toBe(first?.[4]);
});

test.each(["ofx", "camt053"] as const)(
  "a wallet whose balance is unknown is not in %s but in the left-out file, and so are lines of unknown direction",
  async (format) => {
    const unsigned = lineOf("unclassified", "1", { amount: null, unsignedAmount: lineOf("fee", "3").amount });
    const input = monthOf("2026-10", [...(october.lines() as never[]), unsigned], opening);
    const files = await write(format, input);
    const [statement = "", leftOut = ""] = [...files.values()];
    expect(statement).not.toContain("JPY");
    const rows = rowsOf(leftOut.replace("\ufeff", ""));
    expect(rows.slice(1).map(([reason, , , , wallet, , amount]) => [reason, wallet, amount])).toEqual([
      ["the wallet's balance is not known, and the format demands one", "Wallet Zwei", "-2"],
      ["it is not known whether this went in or out", "org_1", "±3"],
    ]);
  },
);
