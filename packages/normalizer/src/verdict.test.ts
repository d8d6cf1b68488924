import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { history, october, onlyWallet } from "./__fixtures__/october.js";
import { money } from "./money.js";

describe("a record of unknown direction", () => {
  const unknown = entryOfAmount("0", "2026-10-02T00:00:00Z", {
    id: "neevcloud/acme/hold",
    kind: "unclassified",
    amount: null,
    unsignedAmount: money("3", "USD"),
  });

  it("is shown, warned of, and outside the totals", () => {
    const statement = october([...history, unknown], [evidenceOf({ balances: [balanceOf("149.45")] })]);
    const wallet = onlyWallet(statement);
    expect(wallet).toMatchObject({ verdict: "proved", unclassified: null, closing: "151.45", lines: 6 });
    expect(wallet.notes[1]).toContain("3 USD in all, are listed outside the totals");
    expect(statement.warnings).toEqual([
      {
        code: "unclassified_record",
        account: "neevcloud/acme",
        message: expect.stringContaining("neevcloud/acme/hold"),
      },
    ]);
  });

  it("explains a difference of just its figure", () => {
    const wallet = onlyWallet(october([...history, unknown], [evidenceOf({ balances: [balanceOf("146.45")] })]));
    expect(wallet).toMatchObject({ verdict: "explained", unexplained: "-3", closing: "148.45" });
  });
});

describe("a usage-only statement", () => {
  const prime = { provider: "prime-intellect", service: "compute" } as const;
  const evidence = evidenceOf({
    provider: "prime-intellect",
    moneyIn: false,
    balances: [balanceOf("20", { provider: "prime-intellect" })],
  });

  it("knows the spending and nothing of money in", () => {
    const entries = [
      entryOfAmount("-4", "2026-10-02T00:00:00Z", prime),
      entryOfAmount("1", "2026-10-03T00:00:00Z", { ...prime, kind: "refund", estimated: true }),
    ];
    const wallet = onlyWallet(october(entries, [evidence]));
    expect(wallet).toMatchObject({
      completeness: "usage-only",
      verdict: "unproved",
      opening: null,
      topUps: null,
      grants: null,
      refunds: "1",
      usage: "-4",
      expired: null,
      fees: null,
      adjustments: null,
      unclassified: "0",
      unexplained: null,
      closing: "20",
      closingEvidence: { method: "snapshot", balance: "20", takenAt: "2026-11-02T00:00:00Z", moved: null, entries: 0 },
      openingEvidence: null,
      spend: "3",
      previousSpend: "0",
      lines: 2,
    });
    expect(wallet.notes[0]).toMatch(
      /lists no money in.*collect on the first.*balance at 2026-11-02T00:00:00Z was 20 USD/,
    );
    expect(wallet.notes[1]).toContain("Estimated lines: 1.");
  });

  it("says when it was collected too early", () => {
    const wallet = onlyWallet(october([], [{ ...evidence, collectedAt: "2026-10-30T00:00:00Z" }]));
    expect(wallet.notes).toContain(
      "Collected at 2026-10-30T00:00:00Z, before the month ended: collect once after 2026-11-01T00:00:00Z.",
    );
  });
});

describe("a Flexprice statement", () => {
  const flexprice = { provider: "flexprice", unit: "credits" } as const;
  // 100 credits bought at 0.4 each, 30 of them spent at 0.5 each: 70 credits are left, worth 35.
  const entries = [
    entryOfAmount("40", "2026-10-02T00:00:00Z", { ...flexprice, quantity: "100" }),
    entryOfAmount("-15", "2026-10-03T00:00:00Z", { ...flexprice, quantity: "30" }),
  ];
  const rates = { provider: "flexprice", conversionRate: "0.5", topUpConversionRate: "0.4" } as const;
  const evidence = (credits: string, amount: string, more = {}) =>
    evidenceOf({ provider: "flexprice", balances: [balanceOf(amount, { ...rates, credits, ...more })] });

  it("is reconciled in credits, and explained where the two rates make the currency differ", () => {
    const wallet = onlyWallet(october(entries, [evidence("70", "35")]));
    // 40 − 15 = 25 recorded against 35 stated.
    expect(wallet).toMatchObject({
      verdict: "explained",
      unexplained: "10",
      closing: "35",
      completeness: "full-ledger",
    });
    expect(wallet.notes[0]).toContain("The records sum to 70 credits, equal to its balance in credits.");
    expect(wallet.notes[0]).toContain("bought at 0.4 and spent at 0.5");
  });

  it("is broken where the credits differ, even if the currency agrees", () => {
    const wallet = onlyWallet(october(entries, [evidence("71", "25")]));
    expect(wallet.verdict).toBe("broken");
    expect(wallet.notes[0]).toContain("The records sum to 70 credits; its balance in credits is 71 credits");
  });

  it("is proved where both agree, and broken where one rate leaves no cause for a difference", () => {
    const oneRate = { topUpConversionRate: "0.5" };
    const even = [entryOfAmount("50", "2026-10-02T00:00:00Z", { ...flexprice, quantity: "100" }), ...entries.slice(1)];
    expect(onlyWallet(october(even, [evidence("70", "35", oneRate)])).verdict).toBe("proved");
    expect(onlyWallet(october(even, [evidence("70", "35.01", oneRate)])).verdict).toBe("broken");
  });

  it("cannot compare credits that a record does not state", () => {
    const vague = entryOfAmount("-1", "2026-10-04T00:00:00Z", { provider: "flexprice" });
    expect(onlyWallet(october([...entries, vague], [evidence("70", "35")])).verdict).toBe("unproved");
  });

  it("never takes a cached answer for a balance, and shows what is accrued", () => {
    const cached = evidence("70", "35", { balance: null, credits: null, cached: true });
    expect(onlyWallet(october(entries, [cached])).verdict).toBe("unproved");
    const accrued = evidence("70", "35", { accruedUsage: balanceOf("8.5").balance });
    expect(onlyWallet(october(entries, [accrued])).notes[1]).toContain("not yet debited: 8.5");
  });

  it("has only a balance where the key may not read transactions", () => {
    const closed = { ...evidence("70", "35"), moneyIn: false };
    expect(onlyWallet(october([], [closed]))).toMatchObject({
      completeness: "balance-only",
      verdict: "unproved",
      opening: null,
      usage: null,
      unclassified: null,
      spend: null,
      closing: null,
    });
    expect(onlyWallet(october(entries, [closed])).completeness).toBe("partial");
  });
});

describe("a WaveSpeed statement", () => {
  const wavespeed = { provider: "wavespeed" } as const;
  const entries = [
    entryOfAmount("100", "2026-10-01T00:00:00Z", wavespeed),
    entryOfAmount("-15.5", "2026-10-02T00:00:00Z", { ...wavespeed, service: "flux-dev" }),
  ];
  const verdictAt = (balance: string, moneyIn = true) =>
    onlyWallet(
      october(entries, [evidenceOf({ provider: "wavespeed", moneyIn, balances: [balanceOf(balance, wavespeed)] })]),
    );

  it("is a full ledger where the list of top-ups was read", () => {
    expect(verdictAt("84.5")).toMatchObject({
      completeness: "full-ledger",
      verdict: "proved",
      topUps: "100",
      grants: null,
    });
  });

  it("is explained by the trial credit, unproved by another surplus, broken by a shortage", () => {
    expect(verdictAt("85.5")).toMatchObject({ verdict: "explained", unexplained: "1", closing: "85.5" });
    expect(verdictAt("89.5")).toMatchObject({ verdict: "unproved", unexplained: "5" });
    expect(verdictAt("84.46")).toMatchObject({ verdict: "broken", unexplained: "-0.04" });
  });

  it("is usage only where it was not", () => {
    expect(verdictAt("84.5", false)).toMatchObject({ completeness: "usage-only", verdict: "unproved", opening: null });
  });
});
