import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceAt,
  entriesFrom,
  evidenceFor,
  hidesMoneyIn,
  type Movement,
  movementsOf,
  type Shape,
  scaled,
  shapes,
} from "./__fixtures__/random-wallet.js";
import { createStatement } from "./create-statement.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { monthPeriod } from "./month.js";
import { kindFields } from "./reported-kinds.js";
import type { Basis, Statement, StatementLine, WalletStatement } from "./statement.js";
import type { WalletBalance } from "./wallet-balance.js";

const months = ["2026-09", "2026-10", "2026-11"] as const;
const zones = ["UTC", "Etc/GMT+12", "Pacific/Kiritimati", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];

interface Built {
  readonly statement: Statement;
  readonly lines: readonly StatementLine[];
  readonly inferred: readonly StatementLine[];
}

function build(
  shape: Shape,
  entries: readonly LedgerEntry[],
  balances: readonly WalletBalance[],
  month: string,
  timezone = "UTC",
  basis: Basis = "posted",
): Built {
  const builder = createStatement({ month, timezone, basis, accounts: [evidenceFor(shape, balances)] });
  const lines = entries.map((entry) => builder.add(entry)).filter((line) => line !== null);
  return { statement: builder.finish(), lines, inferred: builder.inferredLines() };
}

function walletOf({ statement }: Built): WalletStatement | undefined {
  return statement.wallets[0];
}

/** A ledger of September to November, and balances at any instants of these months and the next. */
const cases = fc
  .constantFrom(...shapes)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      movements: movementsOf(shape, "2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z"),
      topUps: movementsOf("wavespeed", "2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z"),
      instants: fc.uniqueArray(
        fc
          .integer({ min: Date.UTC(2026, 7, 25), max: Date.UTC(2026, 11, 3) })
          .map((time) => new Date(time).toISOString()),
        { maxLength: 8 },
      ),
      zone: fc.constantFrom(...zones),
      basis: fc.constantFrom<Basis>("posted", "incurred"),
      errors: fc.array(fc.bigInt({ min: -3n, max: 3n }), { minLength: 8, maxLength: 8 }),
    }),
  )
  .map((each) => ({ ...each, topUps: each.topUps.filter(({ units }) => units > 0n) }));

/** The balances of what really moved, with top-ups that a provider does not list, and with errors. */
function balancesOf(
  shape: Shape,
  movements: readonly Movement[],
  topUps: readonly Movement[],
  instants: readonly string[],
  errors: readonly bigint[] = [],
): WalletBalance[] {
  const real = hidesMoneyIn(shape) ? [...movements, ...topUps] : movements;
  return instants.map((instant, index) => balanceAt(shape, real, instant, errors[index] ?? 0n));
}

/** The form of the fixtures' instants, so that text order is time order. */
function inMilliseconds(instant: string): string {
  return new Date(instant).toISOString();
}

function sumOfKinds(wallet: WalletStatement): bigint {
  return Object.values(kindFields).reduce((sum, field) => sum + scaled(wallet[field]), 0n);
}

describe("over random ledgers, balances, zones and bases", () => {
  it("opening, each kind and the unexplained difference add up to closing, wherever they are known", () => {
    fc.assert(
      fc.property(cases, ({ shape, movements, topUps, instants, zone, basis, errors }) => {
        const entries = entriesFrom(shape, movements);
        const balances = balancesOf(shape, movements, topUps, instants, errors);
        for (const month of months) {
          const wallet = walletOf(build(shape, entries, balances, month, zone, basis));
          if (wallet === undefined || wallet.opening === null || wallet.closing === null) continue;
          expect(scaled(wallet.opening) + sumOfKinds(wallet) + scaled(wallet.unexplained)).toBe(scaled(wallet.closing));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the parts of a wallet roll forward as the whole does, and add up to it", () => {
    const neev = cases.filter(({ shape }) => shape === "neevcloud");
    fc.assert(
      fc.property(neev, ({ shape, movements, topUps, instants, zone, basis }) => {
        const balances = balancesOf(shape, movements, topUps, instants);
        for (const month of months) {
          const wallet = walletOf(build(shape, entriesFrom(shape, movements), balances, month, zone, basis));
          if (wallet === undefined || wallet.buckets.length === 0) continue;
          const sum = (field: "opening" | "moneyIn" | "moneyOut" | "closing"): bigint =>
            wallet.buckets.reduce((total, bucket) => total + scaled(bucket[field]), 0n);
          for (const bucket of wallet.buckets) {
            expect(bucket.unexplained).toBe("0");
            expect(scaled(bucket.opening) + scaled(bucket.moneyIn) + scaled(bucket.moneyOut)).toBe(
              scaled(bucket.closing),
            );
          }
          expect([sum("opening"), sum("closing")]).toEqual([scaled(wallet.opening), scaled(wallet.closing)]);
          expect(sum("moneyIn") + sum("moneyOut")).toBe(sumOfKinds(wallet));
        }
      }),
    );
  });

  it("months partition time: each entry and each inferred top-up is a line of just one", () => {
    fc.assert(
      fc.property(cases, ({ shape, movements, topUps, instants, zone, basis }) => {
        const entries = entriesFrom(shape, movements);
        const balances = balancesOf(shape, movements, topUps, instants);
        const built = ["2026-08", ...months, "2026-12"].map((month) =>
          build(shape, entries, balances, month, zone, basis),
        );
        const ids = built.flatMap(({ lines }) => lines.map(({ id }) => id));
        expect(ids.sort()).toEqual(entries.map(({ id }) => id).sort());
        const inferred = built.flatMap((each) => each.inferred.map(({ id }) => id));
        expect(new Set(inferred).size).toBe(inferred.length);
        for (const { statement, lines, inferred } of built) {
          const wallet = statement.wallets[0];
          if (wallet !== undefined) expect(wallet.lines).toBe(lines.length + inferred.length);
          for (const { date } of [...lines, ...inferred]) expect(date.slice(0, 7)).toBe(statement.month);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("what a month closes with, the next opens with, where both rest on the same balance or on all records", () => {
    fc.assert(
      fc.property(cases, ({ shape, movements, topUps, instants, zone, basis, errors }) => {
        const entries = entriesFrom(shape, movements);
        const balances = balancesOf(shape, movements, topUps, instants, errors);
        const wallets = months.map((month) => walletOf(build(shape, entries, balances, month, zone, basis)));
        for (const [index, wallet] of wallets.entries()) {
          const next = wallets[index + 1];
          if (wallet?.closingEvidence == null || next?.openingEvidence == null) continue;
          expect(next.openingEvidence.takenAt ?? wallet.closingEvidence.takenAt).toBe(wallet.closingEvidence.takenAt);
          if (next.openingEvidence.method !== "ledger-sum" || wallet.closingEvidence.method === "ledger-sum") {
            expect(next.opening).toBe(wallet.closing);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a closed month's closing is the next month's opening, whatever was collected since", () => {
    fc.assert(
      fc.property(cases, fc.bigInt({ min: -9n, max: 9n }), ({ shape, movements, topUps, instants, errors }, units) => {
        const balances = balancesOf(shape, movements, topUps, instants, errors);
        const closing = `${units}.5`;
        const closed = [{ wallet: "w", currency: "USD", month: "2026-09", closing }];
        const accounts = [{ ...evidenceFor(shape, balances), closed }];
        const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts });
        for (const entry of entriesFrom(shape, movements)) builder.add(entry);
        const wallet = builder.finish().wallets[0];
        if (wallet === undefined) return;
        expect([wallet.opening, wallet.openingEvidence?.method]).toEqual([closing, "closed-statement"]);
        if (wallet.closing === null) return;
        expect(scaled(wallet.opening) + sumOfKinds(wallet) + scaled(wallet.unexplained)).toBe(scaled(wallet.closing));
      }),
    );
  });

  it("the order of the entries and of the balances changes nothing", () => {
    const shuffled = cases.chain((each) =>
      fc.record({
        each: fc.constant(each),
        order: fc.shuffledSubarray(
          each.movements.map((_, index) => index),
          { minLength: each.movements.length },
        ),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ each: { shape, movements, topUps, instants, zone, basis, errors }, order }) => {
        const entries = entriesFrom(shape, movements);
        const other = order.flatMap((index) => entries[index] ?? []);
        const balances = balancesOf(shape, movements, topUps, instants, errors);
        const [one, two] = [
          build(shape, entries, balances, "2026-10", zone, basis),
          build(shape, other, [...balances].reverse(), "2026-10", zone, basis),
        ];
        expect(two.statement).toEqual(one.statement);
        expect(two.inferred).toEqual(one.inferred);
      }),
      { numRuns: 200 },
    );
  });

  it("days carry the opening to the closing, and hold all money in", () => {
    fc.assert(
      fc.property(cases, ({ shape, movements, topUps, instants, zone, basis }) => {
        const balances = balancesOf(shape, movements, topUps, instants);
        const built = build(shape, entriesFrom(shape, movements), balances, "2026-10", zone, basis);
        const wallet = walletOf(built);
        const days = built.statement.balances;
        if (wallet === undefined || wallet.opening === null) {
          expect(days).toEqual([]);
          return;
        }
        expect(days.map(({ date }) => date)).toEqual(
          Array.from({ length: 31 }, (_, index) => `2026-10-${String(index + 1).padStart(2, "0")}`),
        );
        if (wallet.closing !== null)
          expect(scaled(days.at(-1)?.balance ?? null)).toBe(scaled(wallet.closing) - scaled(wallet.unexplained));
        const moneyIn = days.reduce((sum, day) => sum + scaled(day.moneyIn), 0n);
        expect(moneyIn).toBe(scaled(wallet.topUps) + scaled(wallet.grants));
      }),
    );
  });
});

describe("with a balance right after each month's end", () => {
  const collected = cases.map((each) => ({
    ...each,
    instants: months.map((month) => inMilliseconds(monthPeriod(month, each.zone).end)),
    opened: inMilliseconds(monthPeriod("2026-09", each.zone).start),
  }));

  it("true records and balances are proved, or explained by what the provider does not list", () => {
    fc.assert(
      fc.property(collected, ({ shape, movements, topUps, instants, opened, zone }) => {
        const own = movements.filter(({ postedAt }) => postedAt > opened);
        const entries = entriesFrom(shape, own);
        const balances = balancesOf(shape, own, topUps, [opened, ...instants]);
        for (const month of months) {
          const wallet = walletOf(build(shape, entries, balances, month, zone));
          if (wallet === undefined) continue;
          const period = monthPeriod(month, zone);
          const [start, end] = [inMilliseconds(period.start), inMilliseconds(period.end)];
          const isCause = ({ units, postedAt }: Movement): boolean => units > 0n && postedAt <= end;
          const hasCause =
            shape === "two-rates"
              ? own.some(isCause)
              : hidesMoneyIn(shape) && topUps.some((each) => isCause(each) && each.postedAt > start);
          expect(wallet.verdict).toBe(hasCause ? "explained" : "proved");
          if (shape === "two-rates") continue;
          expect(wallet.unexplained).toBe("0");
          const real = hidesMoneyIn(shape) ? [...own, ...topUps.filter(({ postedAt }) => postedAt > opened)] : own;
          const early = hidesMoneyIn(shape) ? topUps.filter(({ postedAt }) => postedAt <= opened) : [];
          for (const [figure, edge] of [
            [wallet.opening, start],
            [wallet.closing, end],
          ] as const) {
            const held = [...early, ...real.filter(({ postedAt }) => postedAt < edge)];
            const factor = shape === "flexprice" ? 50_000n : 100_000n;
            // Between the edge and the balance of the same instant no top-up can be told.
            if (hidesMoneyIn(shape) && topUps.some(({ postedAt }) => postedAt === edge)) continue;
            expect(scaled(figure)).toBe(held.reduce((sum, { units }) => sum + units, 0n) * factor);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("what two balances show beyond the records is the sum of the top-ups that really were made", () => {
    const hidden = collected.filter(({ shape }) => hidesMoneyIn(shape));
    fc.assert(
      fc.property(hidden, ({ shape, movements, topUps, instants, opened, zone }) => {
        const balances = balancesOf(shape, movements, topUps, [opened, ...instants]);
        for (const month of months) {
          const period = monthPeriod(month, zone);
          const real = topUps
            .filter(({ postedAt }) => postedAt > inMilliseconds(period.start) && postedAt <= inMilliseconds(period.end))
            .reduce((sum, { units }) => sum + units, 0n);
          const { inferred, statement } = build(shape, entriesFrom(shape, movements), balances, month, zone);
          expect(scaled(statement.wallets[0]?.topUps ?? null)).toBe(real * 100_000n);
          expect(inferred).toHaveLength(real === 0n ? 0 : 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
