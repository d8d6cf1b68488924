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
  shapes,
} from "./__fixtures__/random-wallet.js";
import type { AccountEvidence } from "./account-evidence.js";
import { createStatement } from "./create-statement.js";
import type { Check } from "./evidence.js";
import { exactDecimal } from "./exact-decimal.js";
import type { Bucket, LedgerEntry } from "./ledger-entry.js";
import { money } from "./money.js";
import type { WalletStatement } from "./statement.js";
import type { WalletBalance } from "./wallet-balance.js";

const edges = ["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01"].map((date) => `${date}T00:00:00.000Z`);
const faults = ["lost", "doubled", "changed"] as const;
const least = "0.0000001";

/** A wallet of three months with balances at each edge, and one of October's rows to do something to. */
const wallets = fc
  .constantFrom(...shapes)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      movements: movementsOf(shape, "2026-09-01T00:00:00.001Z", "2026-12-01T00:00:00Z"),
      pick: fc.nat(),
      fault: fc.constantFrom(...faults),
    }),
  )
  .map((each) => {
    const own = each.movements.filter(({ postedAt }) => postedAt.startsWith("2026-10") && postedAt > (edges[1] ?? ""));
    return { ...each, victim: own[each.pick % Math.max(own.length, 1)] };
  })
  .filter(({ victim }) => victim !== undefined);

function october(entries: readonly LedgerEntry[], evidence: AccountEvidence): WalletStatement {
  const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidence] });
  for (const entry of entries) builder.add(entry);
  const wallet = builder.finish().wallets[0];
  if (wallet === undefined) throw new Error("there is a wallet");
  return wallet;
}

function tamper(entries: readonly LedgerEntry[], victim: Movement | undefined, fault: string): LedgerEntry[] {
  return entries.flatMap((entry) => {
    if (!entry.id.endsWith(`/${victim?.number}`)) return [entry];
    if (fault === "lost") return [];
    if (fault === "doubled") return [entry, { ...entry, id: `${entry.id}-again` }];
    return [changed(entry)];
  });
}

/** The amount and, where it is stated, the quantity, by the smallest digit. */
function changed(entry: LedgerEntry): LedgerEntry {
  if (entry.amount === null) throw new Error("it has an amount");
  const amount = { amount: entry.amount.amount.plus(least), currency: entry.currency };
  const quantity = entry.quantity === null ? null : exactDecimal(entry.quantity).plus(least).toFixed();
  return { ...entry, amount, quantity };
}

function balancesOf(shape: Shape, movements: readonly Movement[], errors: readonly bigint[] = []): WalletBalance[] {
  return edges.map((instant, index) => balanceAt(shape, movements, instant, errors[index] ?? 0n));
}

function checkOf(wallet: WalletStatement, name: Check["name"]): Check | undefined {
  return wallet.checks.find((check) => check.name === name);
}

describe("a row that was lost, doubled or changed", () => {
  it("turns the verdict of its month, and leaves the others' to what is carried", () => {
    fc.assert(
      fc.property(wallets, ({ shape, movements, victim, fault }) => {
        const entries = entriesFrom(shape, movements);
        const evidence = evidenceFor(shape, balancesOf(shape, movements));
        const before = october(entries, evidence);
        expect(["proved", "explained"]).toContain(before.verdict);
        const after = october(tamper(entries, victim, fault), evidence);
        expect(after.verdict).not.toBe("proved");
        if (!hidesMoneyIn(shape)) {
          expect(["broken", "unproved"]).toContain(after.verdict);
          // A surplus at WaveSpeed may be a credit that it gives and does not list.
          if (shape !== "wavespeed") expect(after.verdict).toBe("broken");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("where money in is not listed: spending that is missing breaks the month, other faults show as money in", () => {
    const hidden = wallets.filter(({ shape }) => hidesMoneyIn(shape));
    fc.assert(
      fc.property(hidden, ({ shape, movements, victim, fault }) => {
        const evidence = evidenceFor(shape, balancesOf(shape, movements));
        const after = october(tamper(entriesFrom(shape, movements), victim, fault), evidence);
        const isShort = (fault === "lost") === (victim?.kind === "usage");
        const isLess = fault === "changed" ? true : isShort;
        expect(after.verdict).toBe(isLess ? "broken" : "explained");
        if (!isLess) expect(after.topUps).not.toBe("0");
      }),
    );
  });

  it("where money came in unlisted between the same balances, it can only change the figure to check", () => {
    const hidden = wallets.filter(({ shape }) => hidesMoneyIn(shape));
    fc.assert(
      fc.property(hidden, ({ shape, movements, victim, fault }) => {
        const topUp: Movement = {
          number: 999,
          kind: "top-up",
          units: 10n ** 14n,
          postedAt: "2026-10-15T00:00:00.000Z",
          chargedAt: "2026-10-15T00:00:00.000Z",
          bucket: "paid",
        };
        const evidence = evidenceFor(shape, balancesOf(shape, [...movements, topUp]));
        const entries = entriesFrom(shape, movements);
        expect(october(entries, evidence)).toMatchObject({ verdict: "explained", topUps: "10000000" });
        const after = october(tamper(entries, victim, fault), evidence);
        expect(after.verdict).toBe("explained");
        expect(after.topUps).not.toBe("10000000");
        expect(after.notes[0]).toContain("Check them against the receipts");
      }),
    );
  });
});

describe("a wrong balance", () => {
  it("turns the verdict of its month and of the next", () => {
    fc.assert(
      fc.property(wallets, fc.constantFrom(-1n, 1n), ({ shape, movements }, error) => {
        const entries = entriesFrom(shape, movements);
        for (const wrong of [1, 2]) {
          const errors = edges.map((_, index) => (index === wrong ? error : 0n));
          const wallet = october(entries, evidenceFor(shape, balancesOf(shape, movements, errors)));
          expect(wallet.verdict).not.toBe("proved");
          if (!hidesMoneyIn(shape) && shape !== "wavespeed") expect(wallet.verdict).toBe("broken");
        }
      }),
    );
  });

  it("is shown where only the parts are wrong", () => {
    const neev = wallets.filter(({ shape }) => shape === "neevcloud");
    fc.assert(
      fc.property(neev, ({ shape, movements }) => {
        const [first, second, third, fourth] = balancesOf(shape, movements);
        if (!first || !second || !third?.buckets?.paid || !fourth) throw new Error("there are four");
        const paid = { ...third.buckets.paid, amount: third.buckets.paid.amount.plus(least) };
        const wrong = { ...third, buckets: { ...third.buckets, paid } };
        const wallet = october(entriesFrom(shape, movements), evidenceFor(shape, [first, second, wrong, fourth]));
        expect(wallet.verdict).toBe("broken");
        expect(checkOf(wallet, "buckets-and-balance")).toMatchObject({ outcome: "differs", difference: `-${least}` });
      }),
    );
  });
});

describe("what only one check can see", () => {
  it("a row's part of the wallet that changed is explained at best, and stands in the parts", () => {
    const neev = wallets.filter(({ shape }) => shape === "neevcloud");
    const other: Record<Bucket, Bucket> = { paid: "granted", granted: "earned", earned: "paid" };
    fc.assert(
      fc.property(neev, ({ shape, movements, victim }) => {
        const entries = entriesFrom(shape, movements).map((entry) =>
          entry.id.endsWith(`/${victim?.number}`) ? { ...entry, bucket: other[entry.bucket ?? "paid"] } : entry,
        );
        const wallet = october(entries, evidenceFor(shape, balancesOf(shape, movements)));
        expect(wallet.verdict).toBe("explained");
        expect(wallet.buckets.filter(({ unexplained }) => unexplained !== "0")).toHaveLength(2);
      }),
    );
  });

  it("an amount that changed beside right credits turns the verdict, by one rate and by two", () => {
    const credits = wallets.filter(({ shape }) => shape === "flexprice" || shape === "two-rates");
    fc.assert(
      fc.property(credits, ({ shape, movements, victim }) => {
        const entries = entriesFrom(shape, movements).map((entry) =>
          entry.id.endsWith(`/${victim?.number}`) ? { ...changed(entry), quantity: entry.quantity } : entry,
        );
        const wallet = october(entries, evidenceFor(shape, balancesOf(shape, movements)));
        expect(wallet.verdict).toBe(shape === "flexprice" ? "broken" : "unproved");
        expect(checkOf(wallet, "credits-and-balance")?.outcome).toBe("agrees");
      }),
    );
  });

  it("the chain of credits breaks without any balance, and names the row", () => {
    const credits = wallets.filter(({ shape }) => shape === "flexprice" || shape === "two-rates");
    fc.assert(
      fc.property(credits, fc.constantFrom("lost", "doubled"), ({ shape, movements, victim }, fault) => {
        const newest = [...movements].sort((a, b) => (a.postedAt < b.postedAt ? 1 : -1))[0];
        fc.pre(victim !== newest || fault === "doubled");
        const entries = entriesFrom(shape, movements);
        const untouched = october(entries, evidenceFor(shape, []));
        expect(checkOf(untouched, "credit-chain")?.outcome).toBe("agrees");
        const wallet = october(tamper(entries, victim, fault), evidenceFor(shape, []));
        const chain = checkOf(wallet, "credit-chain");
        // The row after a lost one may be of the next month: it is there that the chain breaks.
        const later = movements.filter(({ postedAt }) => postedAt > (victim?.postedAt ?? ""));
        const isSeen = fault === "doubled" || later.some(({ postedAt }) => postedAt < (edges[2] ?? ""));
        expect(chain?.outcome).toBe(isSeen ? "differs" : "agrees");
        expect(wallet.verdict).toBe(isSeen ? "broken" : "unproved");
      }),
    );
  });

  it("usage that is missing in one of WaveSpeed's two lists breaks the month without any balance", () => {
    const wavespeed = wallets.filter(({ shape, victim }) => shape === "wavespeed" && victim?.kind === "usage");
    fc.assert(
      fc.property(wavespeed, ({ shape, movements, victim, fault }) => {
        const entries = entriesFrom(shape, movements);
        const build = (kept: readonly LedgerEntry[]): WalletStatement => {
          const accounts = [{ ...evidenceFor(shape, []), collectedAt: "2026-12-01T00:00:00Z" }];
          const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts });
          for (const entry of kept) builder.add(entry);
          const place = { provider: "wavespeed", account: "acme", wallet: "w" } as const;
          // The list is known to reach back before the month.
          builder.crossCheck(place, { amount: money("-1", "USD"), postedAt: "2026-08-01T00:00:00Z", model: null });
          for (const { kind, amount, postedAt } of entries)
            if (amount !== null && (kind === "usage" || kind === "refund"))
              builder.crossCheck(place, { amount, postedAt, model: null });
          const wallet = builder.finish().wallets[0];
          if (wallet === undefined) throw new Error("there is a wallet");
          return wallet;
        };
        expect(checkOf(build(entries), "search-and-account")?.outcome).toBe("agrees");
        const wallet = build(tamper(entries, victim, fault));
        expect(checkOf(wallet, "search-and-account")?.outcome).toBe("differs");
        expect(wallet.verdict).toBe("broken");
      }),
    );
  });

  it("a lost page breaks the month by its count alone, in every shape", () => {
    fc.assert(
      fc.property(wallets, fc.integer({ min: 1, max: 100 }), ({ shape, movements }, lost) => {
        const list = "GET /records";
        const counts = [{ list, stated: movements.length, held: movements.length - lost }];
        const evidence = { ...evidenceFor(shape, balancesOf(shape, movements)), counts };
        const wallet = october(entriesFrom(shape, movements), evidence);
        expect(wallet.verdict).toBe("broken");
        expect(checkOf(wallet, "records-and-count")).toMatchObject({ outcome: "differs", difference: String(lost) });
      }),
    );
  });
});
