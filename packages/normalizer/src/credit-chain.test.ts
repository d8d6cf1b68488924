import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { october, onlyWallet } from "./__fixtures__/october.js";
import { entryOf } from "./__fixtures__/source-record.js";
import type { Check } from "./evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { WalletStatement } from "./statement.js";

/** A transaction of some credits, at half a dollar each. */
function row(id: string, day: string, before: number, after: number, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const credits = after - before;
  return entryOfAmount(String(credits / 2), `2026-${day}T00:00:00Z`, {
    id: `flexprice/acme/${id}`,
    provider: "flexprice",
    kind: credits < 0 ? "usage" : "top-up",
    unit: "credits",
    quantity: String(Math.abs(credits)),
    creditBalances: { before: String(before), after: String(after) },
    ...more,
  });
}

const chain = [
  row("t1", "09-01", 0, 100),
  row("t2", "09-20", 100, 90),
  row("t3", "10-05", 90, 70),
  row("t4", "10-06", 70, 170),
  row("t5", "10-07", 170, 90),
  row("t6", "11-01", 90, 60),
];

function wallet(entries: readonly LedgerEntry[], credits = "60"): WalletStatement {
  const rates = { provider: "flexprice", conversionRate: "0.5", topUpConversionRate: "0.5" } as const;
  const balances = [balanceOf(String(Number(credits) / 2), { ...rates, credits })];
  return onlyWallet(october(entries, [evidenceOf({ provider: "flexprice", balances })]));
}

function chainOf({ checks }: WalletStatement): Check | undefined {
  return checks.find(({ name }) => name === "credit-chain");
}

describe("the chain of a wallet's credits", () => {
  it("holds where each transaction begins with what the one before it left, in any order", () => {
    for (const entries of [chain, [...chain].reverse()]) {
      expect(wallet(entries).verdict).toBe("proved");
      expect(chainOf(wallet(entries))).toEqual({
        name: "credit-chain",
        stated: "0",
        found: "0",
        difference: "0",
        unit: "credits",
        outcome: "agrees",
        note: "Each of the month's 3 transactions begins with the credits that the one before it left.",
      });
    }
  });

  it("breaks at a lost transaction, and says between which two by how much", () => {
    const check = chainOf(wallet(chain.filter(({ id }) => !id.endsWith("t4"))));
    expect(check).toMatchObject({ outcome: "differs", stated: "0", found: "-100", difference: "100" });
    expect(check?.note).toContain(
      "The chain breaks by 100 credits: flexprice/acme/t5 begins with 170 credits, but flexprice/acme/t3 left 70.",
    );
  });

  it("breaks where the beginning is lost, in its own month", () => {
    const later = chain.slice(2);
    expect(chainOf(wallet(later))?.note).toContain(
      "flexprice/acme/t3 begins with 90 credits, and nothing was there before it",
    );
    const { note, outcome } = chainOf(wallet(chain.slice(1))) ?? {};
    expect({ note, outcome }).toEqual({
      note: expect.stringContaining("In other months the chain breaks."),
      outcome: "agrees",
    });
  });

  it("shows a transaction whose own credits are not what its balances say", () => {
    const changed = chain.map((entry) => (entry.id.endsWith("t3") ? { ...entry, quantity: "21" } : entry));
    const statement = wallet(changed, "59");
    expect(chainOf(statement)).toMatchObject({ outcome: "differs", stated: "0", found: "-1", difference: "1" });
    expect(statement.verdict).toBe("broken");
    expect(chainOf(statement)?.note).toContain("their own credits -1. One of them has changed.");
  });

  it("is missing where a transaction does not state its balances, which proves nothing and breaks nothing", () => {
    const [first, ...rest] = chain;
    if (first === undefined) throw new Error("there is a first");
    const { creditBalances: _, ...vague } = first;
    const statement = wallet([vague, ...rest]);
    expect(chainOf(statement)).toMatchObject({ outcome: "missing", stated: null, found: null });
    expect(statement.verdict).toBe("proved");
  });

  it("takes a late record of a closed month where it belongs, and a later state of one only once", () => {
    const late = (id: string, before: number, after: number): LedgerEntry =>
      row(`${id}#booked-2026-10`, "10-01", before, after, {
        kind: "adjustment",
        corrects: { month: "2026-09", entryId: `flexprice/acme/${id}`, kind: "usage" },
      });
    const withLate = [...chain.filter(({ id }) => !id.endsWith("t2")), late("t2", 100, 90)];
    expect(chainOf(wallet(withLate))?.outcome).toBe("agrees");
    expect(chainOf(wallet(chain.filter(({ id }) => !id.endsWith("t2"))))?.outcome).toBe("differs");
    const restated = [...chain, { ...late("t2", 100, 90), amount: null, unsignedAmount: null }];
    expect(chainOf(wallet(restated))?.outcome).toBe("agrees");
  });
});

it("takes the balances before and after from the record, where it has both", () => {
  const body = {
    amount: "5",
    credit_amount: "10",
    credit_balance_before: "100.50",
    credit_balance_after: "90.5",
    type: "debit",
    transaction_status: "completed",
    transaction_reason: "CREDIT_ADJUSTMENT",
    currency: "usd",
    created_at: "2026-10-02T00:00:00Z",
  };
  expect(entryOf("flexprice", "t", body).creditBalances).toEqual({ before: "100.5", after: "90.5" });
  expect(entryOf("flexprice", "t", { ...body, credit_balance_after: null })).not.toHaveProperty("creditBalances");
});
