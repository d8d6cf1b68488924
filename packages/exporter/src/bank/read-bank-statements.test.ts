import { type Money, money, subtract, sum } from "@spendbook/normalizer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf, monthOf } from "../__fixtures__/journal.js";
import { currencyPlaces } from "../journal/currency-places.js";
import { readBankStatements } from "./read-bank-statements.js";

const currency = fc.constantFrom("USD", "JPY", "KWD");
const row = fc.record({
  kind: fc.constantFrom("usage", "refund", "top-up", "grant", "fee", "adjustment"),
  micros: fc.integer({ min: -9_000_000, max: 9_000_000 }),
  day: fc.integer({ min: 1, max: 31 }),
});

const decimal = (micros: number) => money(String(micros), "USD").amount.times("0.000001").toFixed();

test("whatever a month holds, the entries sum to the balances as they are written", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 60 }),
      currency,
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      async (rows, code, opening, unexplained) => {
        const lines = rows.map(({ kind, micros, day }) =>
          lineOf(kind as "usage", decimal(micros), {
            date: `2026-10-${String(day).padStart(2, "0")}`,
            currency: code,
            amount: money(decimal(micros), code),
          }),
        );
        const input = monthOf("2026-10", lines, { [`org_1 ${code}`]: decimal(opening) }, decimal(unexplained));
        for (const statement of (await readBankStatements(input)).statements) {
          const known = (amount: Money | null) => amount ?? money("0", code as string);
          const moved = sum<string>(
            statement.entries.map(({ amount }) => amount),
            code,
          );
          expect(moved).toEqual(subtract(known(statement.closing), known(statement.opening)));
          for (const { amount } of statement.entries) {
            expect(amount.amount.eq("0")).toBe(false);
            expect(amount.amount.round(currencyPlaces(code)).eq(amount.amount)).toBe(true);
          }
          expect(new Set(statement.entries.map(({ id }) => id)).size).toBe(statement.entries.length);
        }
      },
    ),
    { numRuns: 200 },
  );
});
