import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryOfAmount } from "../__fixtures__/entry-of-amount.js";
import { exactDecimal, zero } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import { createFunctionalLedger, type FunctionalMonth } from "./functional-currency.js";
import type { RatePolicy } from "./mapping.js";
import { createRateTable, type RateRow } from "./rate-table.js";

const row = (date: string, rate: string): RateRow => ({ date, pair: "USD/EUR", rate, source: "ECB" });
const at = (date: string, amount: string) => entryOfAmount(amount, `${date}T12:00:00Z`);

function monthOf(
  entries: readonly LedgerEntry[],
  rates: readonly RateRow[],
  { month = "2026-10", policy = "first-in-first-out" as RatePolicy, timezone = "UTC", currency = "EUR" } = {},
): FunctionalMonth {
  const ledger = createFunctionalLedger({ currency, policy, rates: createRateTable(rates), month, timezone });
  for (const entry of entries) ledger.add(entry);
  return ledger.finish();
}

function convert(month: FunctionalMonth, lines: readonly LedgerEntry[]) {
  const converter = month.createConverter();
  return lines.map((line) => converter(line));
}

describe("first in, first out", () => {
  const topUps = [at("2026-09-01", "100"), at("2026-10-02", "100")];
  const usage = [at("2026-09-15", "-80"), at("2026-10-10", "-15"), at("2026-10-10", "-10"), at("2026-10-11", "-45")];
  const rates = [row("2026-09-01", "0.9"), row("2026-10-02", "1.1"), row("2026-10-10", "7"), row("2026-10-11", "7")];
  const month = monthOf([...usage, ...topUps], rates);

  test("draws each top-up down at its own rate, oldest first, whatever the order of the entries", () => {
    // Left of September: 20 at 0.9 = 18. October: +110; −15 at 0.9, −5 at 0.9 and −5 at 1.1, −45 at 1.1.
    expect(month.totals).toEqual([
      {
        provider: "neevcloud",
        account: "acme",
        wallet: "w",
        walletCurrency: "USD",
        currency: "EUR",
        policy: "first-in-first-out",
        opening: "18",
        moneyIn: "110",
        moneyOut: "-73",
        exchangeDifference: "0",
        closing: "55",
        uncovered: "0",
      },
    ]);
    expect(month.missing).toEqual([]);
  });

  test("gives every line its share, its rate where there is one, and the sources", () => {
    expect(
      convert(
        month,
        [usage[1], usage[2], usage[3], topUps[1]].flatMap((line) => line ?? []),
      ),
    ).toEqual([
      { amount: "-13.5", currency: "EUR", rate: "0.9", source: "ECB, USD/EUR 0.9 of 2026-09-01" },
      {
        amount: "-10",
        currency: "EUR",
        rate: null,
        source: "ECB, USD/EUR 0.9 of 2026-09-01; ECB, USD/EUR 1.1 of 2026-10-02",
      },
      { amount: "-49.5", currency: "EUR", rate: "1.1", source: "ECB, USD/EUR 1.1 of 2026-10-02" },
      { amount: "110", currency: "EUR", rate: "1.1", source: "ECB, USD/EUR 1.1 of 2026-10-02" },
    ]);
  });

  test("takes the day's own rate for what nothing was paid in for, and says how much that is", () => {
    const overdrawn = monthOf(
      [at("2026-10-02", "-10"), at("2026-10-05", "30")],
      [row("2026-10-02", "1"), row("2026-10-05", "2")],
    );
    expect(overdrawn.totals[0]).toMatchObject({
      opening: "0",
      moneyOut: "-10",
      moneyIn: "60",
      // 10 of the 30 settle what was drawn at 1, and are worth 2 by then.
      exchangeDifference: "-10",
      closing: "40",
      uncovered: "10",
    });
  });

  test("leaves unknown what a missing rate touches, and names it", () => {
    const unknown = monthOf([at("2026-09-01", "100"), at("2026-10-10", "-15")], [row("2026-10-10", "7")]);
    expect(unknown.missing).toEqual(["USD/EUR of 2026-09-01"]);
    expect(unknown.totals[0]).toMatchObject({ opening: null, moneyOut: null, moneyIn: "0", closing: null });
    expect(convert(unknown, [at("2026-10-10", "-15")])).toEqual([
      { amount: null, currency: "EUR", rate: null, source: null },
    ]);
  });

  test("needs no rate where the wallet is kept in the functional currency", () => {
    const same = monthOf([at("2026-10-02", "10"), at("2026-10-03", "-4")], [], { currency: "USD" });
    expect(same.missing).toEqual([]);
    expect(convert(same, [at("2026-10-03", "-4")])).toEqual([
      { amount: "-4", currency: "USD", rate: "1", source: "the wallet's own currency" },
    ]);
  });

  test("counts days in the zone of the statement", () => {
    const late = entryOfAmount("10", "2026-10-01T20:00:00Z");
    const rates = [row("2026-10-01", "1"), row("2026-10-02", "2")];
    expect(monthOf([late], rates).totals[0]?.moneyIn).toBe("10");
    expect(monthOf([late], rates, { timezone: "Asia/Kolkata" }).totals[0]?.moneyIn).toBe("20");
  });
});

test("by the month's average, money out takes one rate and money in the rate of its day", () => {
  const entries = [at("2026-10-01", "100"), at("2026-10-02", "-10")];
  const month = monthOf(entries, [row("2026-10-01", "1"), row("2026-10-02", "3")], { policy: "month-average" });
  expect(month.totals[0]).toMatchObject({ opening: null, moneyIn: "100", moneyOut: "-20", closing: null });
  expect(convert(month, entries).map((amount) => amount?.rate)).toEqual(["1", "2"]);
});

describe("for any ledger", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, "0"));
  const movement = fc.record({
    month: fc.constantFrom("2026-08", "2026-09", "2026-10"),
    day,
    micros: fc.integer({ min: -50_000_000, max: 50_000_000 }),
  });
  const rates = ["08", "09", "10"].flatMap((month) =>
    Array.from({ length: 28 }, (_, index) =>
      row(`2026-${month}-${String(index + 1).padStart(2, "0")}`, `0.${800 + ((index * 37) % 199)}`),
    ),
  );
  const entriesOf = (movements: readonly { month: string; day: string; micros: number }[]) =>
    movements.map(({ month, day: date, micros }) =>
      at(`${month}-${date}`, exactDecimal(String(micros)).times("0.000001").toFixed()),
    );

  test("lines sum to the totals to the last digit, and months follow one another", () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        const entries = entriesOf(movements);
        let closing = "0";
        for (const month of ["2026-08", "2026-09", "2026-10"]) {
          const built = monthOf(entries, rates, { month });
          const lines = entries.filter((entry) => entry.postedAt.startsWith(month));
          const sum = convert(built, lines).reduce((total, each) => total.plus(each?.amount ?? "0"), zero);
          const [total] = built.totals;
          if (total === undefined) return;
          expect(sum.eq(exactDecimal(total.moneyIn ?? "").plus(total.moneyOut ?? ""))).toBe(true);
          expect(total.opening).toBe(closing);
          closing = total.closing ?? "";
          expect(
            exactDecimal(total.opening ?? "")
              .plus(sum)
              .plus(total.exchangeDifference ?? "")
              .toFixed(),
          ).toBe(closing);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the order of the entries changes no total", () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), (movements) => {
        const entries = entriesOf(movements);
        expect(monthOf([...entries].reverse(), rates).totals).toEqual(monthOf(entries, rates).totals);
      }),
    );
  });
});
