import { type EntryKind, money, type StatementLine } from "@spendbook/normalizer";
import fc from "fast-check";
import { lineOf, monthOf } from "./journal.js";

const kinds: readonly EntryKind[] = [
  "usage",
  "refund",
  "top-up",
  "grant",
  "expiry",
  "fee",
  "adjustment",
  "unclassified",
];

/** A line of one of few wallets, days, services and codings, of any sign and of up to 12 places. */
const anyLine = fc
  .record({
    kind: fc.constantFrom(...kinds),
    units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    places: fc.integer({ min: 0, max: 12 }),
    wallet: fc.constantFrom("org_1", "org_2"),
    day: fc.integer({ min: 1, max: 31 }),
    service: fc.constantFrom(null, "gpu", "flux-dev"),
    code: fc.constantFrom(null, "6310", "6320"),
    functional: fc.constantFrom(null, "0.9", "1.123456789"),
    corrects: fc.constantFrom(null, { month: "2026-09", entryId: "late", kind: "usage" as const }),
  })
  .map(({ kind, units, places, wallet, day, service, code, functional, corrects }): StatementLine => {
    const amount = money(`${units}e-${places}`, "USD");
    const value = functional === null ? null : amount.amount.times(functional).toFixed();
    return lineOf(kind, "0", {
      ...{ amount, wallet, service, corrects: kind === "adjustment" ? corrects : null },
      date: `2026-10-${String(day).padStart(2, "0")}`,
      coding: {
        ...{ code, costCentre: null, taxTreatment: "No VAT", vendor: null, rule: 1 },
        functional: { amount: value, currency: "EUR", rate: null, source: null },
      },
    });
  });

/** Lines, an opening and an unexplained difference. */
export const anyMonth = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 60 }),
  opening: fc.integer({ min: -9999, max: 9999 }).map((cents) => `${cents / 1000}`),
  unexplained: fc.constantFrom("0", "-0.0003", "12.5"),
});

/** The statement of such a month; the wallet `org_2` has no known balances. */
export const inputOfMonth = ({
  lines,
  opening,
  unexplained,
}: {
  lines: readonly StatementLine[];
  opening: string;
  unexplained: string;
}) => monthOf("2026-10", lines, { "org_1 USD": opening }, unexplained);
