import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { history, october, onlyWallet } from "./__fixtures__/october.js";
import { createStatement } from "./create-statement.js";

describe("a full ledger's statement", () => {
  it("rolls forward from all that came before, and is proved by the provider's balance", () => {
    // 92.5 + 10 + 50 − 1.05 = 151.45 at the end of October; less 2 in November is the balance of 149.45.
    const statement = october(history, [evidenceOf({ balances: [balanceOf("149.45")] })]);
    expect(statement.wallets).toEqual([
      {
        provider: "neevcloud",
        account: "acme",
        wallet: "w",
        currency: "USD",
        completeness: "full-ledger",
        verdict: "proved",
        opening: "92.5",
        topUps: "50",
        grants: "10",
        refunds: null,
        usage: "-1.05",
        expired: null,
        fees: null,
        adjustments: "0",
        unclassified: "0",
        unexplained: "0",
        closing: "151.45",
        spend: "1.05",
        previousSpend: "7.5",
        lines: 5,
        openingEvidence: {
          method: "rolled-back",
          balance: "149.45",
          takenAt: "2026-11-02T00:00:00Z",
          moved: "56.95",
          entries: 6,
        },
        closingEvidence: {
          method: "rolled-back",
          balance: "149.45",
          takenAt: "2026-11-02T00:00:00Z",
          moved: "-2",
          entries: 1,
        },
        buckets: [],
        checks: [
          {
            name: "records-and-balance",
            stated: "149.45",
            found: "149.45",
            difference: "0",
            unit: "USD",
            outcome: "agrees",
            note: "All records against the balance at 2026-11-02T00:00:00Z.",
          },
        ],
        notes: ["The records sum to 149.45 USD, equal to the provider's balance at 2026-11-02T00:00:00Z."],
      },
    ]);
    expect(statement).toMatchObject({
      schemaVersion: 1,
      month: "2026-10",
      timezone: "UTC",
      basis: "posted",
      asOf: "2026-11-02T00:00:00Z",
      warnings: [],
    });
    expect(statement.byDay).toEqual([
      { date: "2026-10-01", provider: "neevcloud", account: "acme", currency: "USD", spend: "0.35", lines: 1 },
      { date: "2026-10-15", provider: "neevcloud", account: "acme", currency: "USD", spend: "0.35", lines: 1 },
      { date: "2026-10-31", provider: "neevcloud", account: "acme", currency: "USD", spend: "0.35", lines: 1 },
    ]);
  });

  it("is broken by a difference, which is printed and stands on its own line", () => {
    const wallet = onlyWallet(october(history, [evidenceOf({ balances: [balanceOf("149.44")] })]));
    expect(wallet).toMatchObject({ verdict: "broken", opening: "92.5", unexplained: "-0.01", closing: "151.44" });
    expect(wallet.notes[0]).toContain(
      "The records sum to 149.45 USD; the provider's balance at 2026-11-02T00:00:00Z is 149.44 USD; the difference is -0.01 USD.",
    );
  });

  it("is unproved without a balance, and then knows of no unexplained difference", () => {
    const wallet = onlyWallet(october(history, [evidenceOf()]));
    expect(wallet).toMatchObject({ verdict: "unproved", opening: "92.5", unexplained: null, closing: "151.45" });
    expect(wallet.notes).toEqual([expect.stringContaining("no balance to compare")]);
  });

  it("is unproved by a balance taken before the month ended", () => {
    // 92.5 + 10 + 50 − 0.7 on the 20th.
    const early = balanceOf("151.8", { takenAt: "2026-10-20T00:00:00Z" });
    const wallet = onlyWallet(october(history.slice(0, 6), [evidenceOf({ balances: [early] })]));
    expect(wallet).toMatchObject({ verdict: "unproved", unexplained: "0", closing: "151.8" });
    expect(wallet.notes[0]).toContain("before the month ended: collect once after 2026-11-01T00:00:00Z");
  });

  it("counts a record stamped after the balance as in it or not, since clocks differ", () => {
    const balances = [balanceOf("151.45", { takenAt: "2026-11-01T00:00:00Z" })];
    const later = entryOfAmount("-9", "2026-11-01T00:00:02Z");
    const first = history.slice(0, 7);
    expect(onlyWallet(october([...first, later], [evidenceOf({ balances })])).verdict).toBe("proved");
    const including = [balanceOf("142.45", { takenAt: "2026-11-01T00:00:00Z" })];
    expect(onlyWallet(october([...first, later], [evidenceOf({ balances: including })])).verdict).toBe("proved");
  });

  it("takes the newest balance that has a figure", () => {
    const balances = [
      balanceOf("102.5", { takenAt: "2026-10-01T00:00:00Z" }),
      balanceOf("149.45"),
      balanceOf(null, { takenAt: "2026-11-03T00:00:00Z", cached: true, notes: ["It came from a cache."] }),
    ];
    const wallet = onlyWallet(october(history, [evidenceOf({ balances })]));
    expect(wallet.verdict).toBe("proved");
    expect(wallet.notes).toContain("It came from a cache.");
  });

  it("shows a wallet without lines", () => {
    const wallet = onlyWallet(october([], [evidenceOf({ balances: [balanceOf("0")] })]));
    expect(wallet).toMatchObject({ verdict: "proved", opening: "0", usage: "0", spend: "0", closing: "0", lines: 0 });
  });
});

describe("the month of a line", () => {
  const lastHour = entryOfAmount("-0.35", "2026-11-01T00:02:00Z", {
    chargePeriod: { start: "2026-10-31T23:00:00Z", end: "2026-11-01T00:00:00Z" },
  });

  it("is that of its posting, or of its charge period's start, and the cut-off is counted", () => {
    const posted = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidenceOf()] });
    expect(posted.add(lastHour)).toBeNull();
    const incurred = createStatement({
      month: "2026-10",
      timezone: "UTC",
      basis: "incurred",
      accounts: [evidenceOf()],
    });
    expect(incurred.add(lastHour)).toEqual({ ...lastHour, date: "2026-10-31", coding: null });
    for (const statement of [posted.finish(), incurred.finish()]) {
      expect(statement.warnings).toEqual([
        {
          code: "cut_off_rows",
          account: "neevcloud/acme",
          message: "neevcloud/acme: lines posted in one month and incurred in another: 1.",
        },
      ]);
    }
    expect(onlyWallet(incurred.finish()).notes.at(-1)).toContain("By charge period");
  });

  it("follows the zone, and the line carries its local date", () => {
    const entry = entryOfAmount("-1", "2026-10-31T18:30:00Z");
    const kolkata = { timezone: "Asia/Kolkata", basis: "posted", accounts: [] } as const;
    expect(createStatement({ month: "2026-10", ...kolkata }).add(entry)).toBeNull();
    expect(createStatement({ month: "2026-11", ...kolkata }).add(entry)).toMatchObject({ date: "2026-11-01" });
    expect(createStatement({ month: "2026-10", ...kolkata, timezone: "UTC" }).add(entry)).toMatchObject({
      date: "2026-10-31",
    });
  });

  it("must exist", () => {
    expect(() => october([], [], { month: "2026-13" })).toThrow(expect.objectContaining({ code: "invalid_month" }));
    expect(() => october([], [], { timezone: "Nowhere" })).toThrow(
      expect.objectContaining({ code: "invalid_timezone" }),
    );
  });
});

describe("the totals", () => {
  it("never add one currency to another, and sum what is known", () => {
    const entries = [
      ...history,
      entryOfAmount("-3", "2026-10-02T00:00:00Z", { provider: "prime-intellect", account: "lab" }),
      entryOfAmount("-700", "2026-10-02T00:00:00Z", { provider: "flexprice", currency: "JPY", wallet: "yen" }),
    ];
    const accounts = [
      evidenceOf(),
      evidenceOf({ provider: "prime-intellect", account: "lab" }),
      evidenceOf({ provider: "flexprice" }),
    ];
    const { totals } = october(entries, accounts);
    expect(totals).toEqual([
      {
        currency: "JPY",
        topUps: "0",
        grants: "0",
        refunds: "0",
        usage: "-700",
        expired: "0",
        fees: null,
        adjustments: "0",
        unclassified: "0",
        spend: "700",
        previousSpend: "0",
        lines: 1,
      },
      {
        currency: "USD",
        topUps: "50",
        grants: "10",
        refunds: "0",
        usage: "-4.05",
        expired: null,
        fees: null,
        adjustments: "0",
        unclassified: "0",
        spend: "4.05",
        previousSpend: "7.5",
        lines: 6,
      },
    ]);
  });

  it("by service join the wallets of an account and come in a fixed order", () => {
    const at = "2026-10-02T00:00:00Z";
    const entries = [
      entryOfAmount("-1", at, { service: "b" }),
      entryOfAmount("-2", at, { service: null }),
      entryOfAmount("-4", at, { service: "a", wallet: "other" }),
      entryOfAmount("0.5", at, { service: "a", kind: "refund" }),
      entryOfAmount("9", at, { service: "a" }),
    ];
    const { byService } = october(entries, [evidenceOf()]);
    expect(byService.map(({ service, spend, lines }) => [service, spend, lines])).toEqual([
      ["a", "3.5", 2],
      ["b", "1", 1],
      [null, "2", 1],
    ]);
  });
});
