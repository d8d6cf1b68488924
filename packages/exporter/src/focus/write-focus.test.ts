import { defaultChartOfAccounts as chart, type StatementLine } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { hostileTexts } from "../__fixtures__/statement.js";
import { type Draft, everyCharge, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { readFocus } from "./__fixtures__/read-focus.js";
import { focusFormat } from "./write-focus.js";

const rowsOf = async (...drafts: Draft[]) => {
  const { statement, lines } = monthOfCharges(drafts);
  return (await readFocus(statement, lines, "1.2")).rows;
};

test("the billing period is the month in the statement's zone, as UTC instants", async () => {
  const [row = {}] = await rowsOf({ kind: "usage", amount: "-1" });
  expect([row.BillingPeriodStart, row.BillingPeriodEnd]).toEqual(["2026-10-01T04:00:00Z", "2026-11-01T04:00:00Z"]);
});

test("a charge period is whole seconds that hold the exact one, which stands beside it", async () => {
  const period = async (change: Partial<StatementLine>) => {
    const [row = {}] = await rowsOf({ kind: "usage", amount: "-1", change });
    return [row.ChargePeriodStart, row.ChargePeriodEnd, row.x_IncurredStart, row.x_IncurredEnd];
  };
  const exact = { start: "2026-10-30T23:00:00.5Z", end: "2026-10-30T23:59:59.000001Z" };
  expect(await period({ chargePeriod: exact })).toEqual([
    "2026-10-30T23:00:00Z",
    "2026-10-31T00:00:00Z",
    exact.start,
    exact.end,
  ]);
  const hour = { start: "2026-10-30T23:00:00.000Z", end: "2026-10-31T00:00:00.000Z" };
  expect((await period({ chargePeriod: hour })).slice(0, 2)).toEqual(["2026-10-30T23:00:00Z", "2026-10-31T00:00:00Z"]);
  expect(await period({ chargePeriod: null, postedAt: "2026-10-30T23:59:59.9Z" })).toEqual([
    "2026-10-30T23:59:59Z",
    "2026-10-31T00:00:00Z",
    null,
    null,
  ]);
});

test("a purchase is priced in the credits that it buys, or else in money", async () => {
  const [bought = {}, paid = {}] = await rowsOf(
    { kind: "top-up", amount: "20", change: { quantity: "2000", unit: "credits" } },
    { kind: "top-up", amount: "20" },
  );
  expect([bought.PricingQuantity, bought.PricingUnit, bought.ConsumedQuantity]).toEqual(["2000", "Credits", null]);
  expect([paid.PricingQuantity, paid.PricingUnit, paid.ConsumedQuantity]).toEqual(["20", "USD", null]);
});

test("a record and its credit can be told apart, and only one of them moves the wallet", async () => {
  const rows = await rowsOf({ kind: "usage", amount: "-3", bucket: "granted" });
  expect(rows.map(({ x_RecordId, x_WalletAmount }) => [x_RecordId, x_WalletAmount])).toEqual([
    ["neevcloud/acme/0", "-3"],
    ["neevcloud/acme/0", null],
  ]);
});

test("the statement's number stands in the rows of its account alone", async () => {
  const [numbered = {}, draft = {}] = await rowsOf(
    { kind: "usage", amount: "-3" },
    { kind: "usage", amount: "-3", provider: "wavespeed" },
  );
  expect([numbered.x_StatementNumber, numbered.x_StatementRevision]).toEqual(["7", "2"]);
  expect([draft.x_StatementNumber, draft.x_StatementRevision]).toEqual([null, null]);
});

test.each(["1.2", "1.4"] as const)("hostile text comes back whole from %s", async (version) => {
  const { statement, lines } = monthOfCharges(everyCharge);
  const { rows } = await readFocus(statement, lines, version);
  const back = rows.slice(-hostileTexts.length);
  // Half a surrogate pair has no form in UTF-8.
  const expected = hostileTexts.map((text) => text.replace("\ud800", "\ufffd"));
  for (const column of ["ChargeDescription", "ResourceId", "x_KeyName", "x_Service"])
    expect(back.map((row) => row[column])).toEqual(expected);
});

test("an error of the lines destroys the output", async () => {
  const { statement } = monthOfCharges([]);
  const lines = function* (): Generator<StatementLine> {
    yield* monthOfCharges([{ kind: "usage", amount: "-1" }]).lines;
    throw new Error("the ledger is gone");
  };
  await expect(readFocus(statement, lines(), "1.4")).rejects.toThrow("the ledger is gone");
});

test("the file is named by version and month", async () => {
  const { statement, lines } = monthOfCharges([]);
  for (const version of ["1.2", "1.4"] as const)
    for await (const { name } of focusFormat(version)({ statement, lines: () => lines, chart }))
      expect(name).toBe(`focus-${version}-2026-10.csv`);
});
