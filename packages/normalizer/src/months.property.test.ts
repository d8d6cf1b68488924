import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { recordOf } from "./__fixtures__/source-record.js";
import { createStatement } from "./create-statement.js";
import { exactDecimal, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { monthBefore, monthPeriod } from "./month.js";
import { normalize } from "./normalize.js";
import type { Basis, StatementLine } from "./statement.js";

/** Every zone that this machine knows, and both ends of the day. */
const zones = fc.constantFrom(
  ...Intl.supportedValuesOf("timeZone"),
  "UTC",
  "Etc/GMT+12",
  "Etc/GMT-14",
  // Midnight is skipped, a day is skipped, half an hour is skipped, a clock goes back over midnight.
  "Africa/Cairo",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Havana",
);
const monthsOf = fc
  .tuple(fc.integer({ min: 2008, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

function linesOf(entries: readonly LedgerEntry[], month: string, timezone: string, basis: Basis): StatementLine[] {
  const accounts = [evidenceOf()];
  const builder = createStatement({ month, timezone, basis, accounts });
  return entries.map((entry) => builder.add(entry)).filter((line) => line !== null);
}

function shifted(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

describe("in any zone of the world", () => {
  it("a row one millisecond either side of the month's edges is in the month or out of it, and dated so", () => {
    fc.assert(
      fc.property(zones, monthsOf, (timezone, month) => {
        const { start, end } = monthPeriod(month, timezone);
        const instants = [shifted(start, -1), start, shifted(start, 1), shifted(end, -1), end, shifted(end, 1)];
        const entries = instants.map((instant) => entryOfAmount("-1", instant));
        const lines = linesOf(entries, month, timezone, "posted");
        expect(lines.map(({ postedAt }) => postedAt)).toEqual([start, shifted(start, 1), shifted(end, -1)]);
        expect(lines.every(({ date }) => date.startsWith(month))).toBe(true);
        expect(lines[0]?.date).toBe(`${month}-01`);
        const before = linesOf(entries, monthBefore(month), timezone, "posted");
        expect(before.map(({ postedAt }) => postedAt)).toEqual([shifted(start, -1)]);
        expect(before[0]?.date.startsWith(monthBefore(month))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("the charge period's start decides by the other basis, and what the two months differ in is the cut-off", () => {
    fc.assert(
      fc.property(zones, monthsOf, fc.constantFrom(-1, 0), (timezone, month, offset) => {
        const { end } = monthPeriod(month, timezone);
        const chargePeriod = { start: shifted(end, offset), end: shifted(end, 3_600_000) };
        const entry = entryOfAmount("-1", shifted(end, 7_200_000), { chargePeriod });
        expect(linesOf([entry], month, timezone, "posted")).toEqual([]);
        expect(linesOf([entry], month, timezone, "incurred")).toHaveLength(offset === -1 ? 1 : 0);
        const builder = createStatement({ month, timezone, basis: "posted", accounts: [] });
        builder.add(entry);
        expect(builder.finish().cutOff.map(({ incurredMonth }) => incurredMonth)).toEqual(offset === -1 ? [month] : []);
      }),
      { numRuns: 100 },
    );
  });

  it("a running total that spans months is split over them without loss, each share in its month", () => {
    const total = fc
      .bigInt({ min: 1n, max: 10n ** 9n })
      .map((units) => `${units / 10_000n}.${String(units % 10_000n).padStart(4, "0")}`);
    const times = fc
      .tuple(
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11) }),
        fc.integer({ min: 1, max: 120 * 86_400_000 }),
      )
      .map(([from, duration]) => [new Date(from).toISOString(), new Date(from + duration).toISOString()] as const);
    fc.assert(
      fc.property(zones, times, total, total, (timezone, [createdAt, billedAt], first, second) => {
        const middle = shifted(createdAt, Math.floor((Date.parse(billedAt) - Date.parse(createdAt)) / 2));
        const bodyOf = (amount: string, last: string) => ({
          amount_usd: amount,
          currency: "USD",
          resource_type: "pod",
          resource_id: "pod_1",
          created_at: createdAt,
          updated_at: last,
          last_billed_at: last,
        });
        const record = recordOf("prime", "row", bodyOf(first, middle), bodyOf(second, billedAt));
        const entries = normalize(record, { timezone });
        const sum = entries.reduce((all, { amount }) => all.plus(amount?.amount ?? zero), zero);
        expect(sum.neg().eq(exactDecimal(second))).toBe(true);
        for (const entry of entries) {
          const start = entry.chargePeriod?.start ?? entry.postedAt;
          const posted = linesOf([entry], monthOf(entry.postedAt, timezone), timezone, "posted");
          const incurred = linesOf([entry], monthOf(start, timezone), timezone, "incurred");
          expect([posted.length, incurred.length]).toEqual([1, 1]);
          // What was split lies in one month on both bases.
          if (entry.id.includes("#2026") || entry.id.includes(".2026"))
            expect(posted[0]?.date.slice(0, 7)).toBe(incurred[0]?.date.slice(0, 7));
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The local month by the platform's own calendar. */
function monthOf(instant: string, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: timezone, year: "numeric", month: "2-digit" }).formatToParts(
    new Date(instant),
  );
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}`;
}
