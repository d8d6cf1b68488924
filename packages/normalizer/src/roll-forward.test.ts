import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { history, october, onlyWallet } from "./__fixtures__/october.js";
import type { AccountEvidence } from "./account-evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { WalletStatement } from "./statement.js";
import type { WalletBalance } from "./wallet-balance.js";

const at = (amount: string, takenAt: string, more: Partial<WalletBalance> = {}): WalletBalance =>
  balanceOf(amount, { takenAt, ...more });

function wallet(
  entries: readonly LedgerEntry[],
  balances: readonly WalletBalance[],
  more: Partial<AccountEvidence> = {},
  month = "2026-10",
): WalletStatement {
  return onlyWallet(october(entries, [evidenceOf({ balances, ...more })], { month }));
}

// The records sum to 92.5 at the end of September, 151.45 at the end of October, 149.45 on 1 November.
describe("opening and closing", () => {
  it("are a balance's own figure where nothing moved between it and the edge", () => {
    const balances = [at("92.5", "2026-09-30T23:59:59.9995Z"), at("151.45", "2026-10-31T23:59:59.9999999Z")];
    const { openingEvidence, closingEvidence } = wallet(history, [...balances, at("149.45", "2026-11-02T00:00:00Z")]);
    expect(openingEvidence).toEqual({
      method: "snapshot",
      balance: "92.5",
      takenAt: "2026-09-30T23:59:59.9995Z",
      moved: null,
      entries: 0,
    });
    expect(closingEvidence).toMatchObject({ method: "snapshot", balance: "151.45", entries: 0 });
  });

  it("count an entry of the edge's very instant as after the edge, and as in a balance of that instant", () => {
    // The grant of 10 is posted at the first instant of October, the usage of 2 at that of November.
    const balances = [at("102.5", "2026-10-01T00:00:00Z"), at("149.45", "2026-11-01T00:00:00.000Z")];
    expect(wallet(history, balances)).toMatchObject({
      verdict: "proved",
      opening: "92.5",
      openingEvidence: { method: "rolled-back", balance: "102.5", moved: "10", entries: 1 },
      grants: "10",
      closing: "151.45",
      closingEvidence: { method: "rolled-back", balance: "149.45", moved: "-2", entries: 1 },
    });
  });

  it("are rolled forward from an earlier balance, and of two as near the later is taken", () => {
    const balances = [
      at("100", "2026-09-29T00:00:00Z"),
      at("101.8", "2026-10-03T00:00:00Z"),
      at("102.15", "2026-10-01T12:00:00Z"),
      at("100", "2026-09-30T12:00:00Z"),
      at("149.45", "2026-11-02T00:00:00Z"),
    ];
    expect(wallet(history, balances).openingEvidence).toMatchObject({
      method: "rolled-back",
      takenAt: "2026-10-01T12:00:00Z",
      moved: "9.65",
      entries: 2,
    });
    const forward = wallet(history, [at("100", "2026-09-30T00:00:00Z"), at("149.45", "2026-11-02T00:00:00Z")]);
    expect(forward.openingEvidence).toMatchObject({ method: "rolled-forward", moved: "-7.5", entries: 1 });
    expect(forward).toMatchObject({ opening: "92.5", verdict: "proved" });
  });

  it("are the sums of all records where there is no balance", () => {
    const { openingEvidence, closingEvidence, unexplained } = wallet(history, []);
    expect(openingEvidence).toMatchObject({ method: "ledger-sum", balance: null, moved: "92.5", entries: 2 });
    expect(closingEvidence).toMatchObject({ method: "ledger-sum", moved: "151.45", entries: 7 });
    expect(unexplained).toBeNull();
  });

  it("follow a closed month before all, and only the one right before", () => {
    const closed = [
      { wallet: "w", currency: "USD", month: "2026-09", closing: "92.5" },
      { wallet: "w", currency: "USD", month: "2026-08", closing: "1" },
      { wallet: "other", currency: "USD", month: "2026-09", closing: "2" },
    ];
    const evidence = { method: "closed-statement", balance: "92.5", takenAt: null, moved: null, entries: 0 };
    const proved = wallet(history, [at("149.45", "2026-11-02T00:00:00Z")], { closed });
    expect(proved).toMatchObject({ opening: "92.5", openingEvidence: evidence, verdict: "proved", unexplained: "0" });
    expect(wallet(history, [], { closed })).toMatchObject({
      verdict: "unproved",
      closing: "151.45",
      closingEvidence: { method: "rolled-forward", balance: "92.5", takenAt: null, moved: "58.95", entries: 5 },
    });
    const unknown = [{ wallet: "w", currency: "USD", month: "2026-09", closing: null }];
    expect(wallet(history, [], { closed: unknown }).openingEvidence?.method).toBe("ledger-sum");
  });
});

describe("a difference between records and balances", () => {
  const opened = at("92.5", "2026-10-01T00:00:00Z");
  // The grant at that very instant is in the balance.
  const openedWithGrant = { ...opened, balance: at("102.5", "").balance };

  it("is the month's in which it arose, and is carried by the next", () => {
    const balances = [openedWithGrant, at("149.4", "2026-11-01T00:00:00Z"), at("149.4", "2026-12-01T00:00:00Z")];
    const inOctober = wallet(history, balances);
    expect(inOctober).toMatchObject({ verdict: "broken", opening: "92.5", unexplained: "-0.05", closing: "151.4" });
    expect(inOctober.notes[0]).toContain(
      "the provider's balance moved by 46.9 USD, the records by 46.95 USD; the difference is -0.05 USD.",
    );
    const inNovember = wallet(history, balances, {}, "2026-11");
    expect(inNovember).toMatchObject({ verdict: "explained", opening: "151.4", unexplained: "0", closing: "149.4" });
    expect(inNovember.notes[1]).toContain(
      "A difference of -0.05 USD was already there at the month's beginning (balance of 2026-11-01T00:00:00Z)",
    );
    expect(inNovember.checks.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["records-and-balance", "explained"],
      ["opening-and-closing", "agrees"],
    ]);
    expect(wallet(history, balances, {}, "2026-09")).toMatchObject({ verdict: "proved", unexplained: "0" });
  });

  it("cannot be placed with one balance, and then stands whole in the month", () => {
    const { verdict, opening, unexplained, notes } = wallet(history, [at("149.4", "2026-11-02T00:00:00Z")]);
    expect({ verdict, opening, unexplained }).toEqual({ verdict: "broken", opening: "92.5", unexplained: "-0.05" });
    expect(notes[0]).toContain("No balance from before the month exists, so the difference may be older");
  });

  it("that cannot be placed is explained by a later balance that is the sum of all records: something was booked late", () => {
    const late = at("149.45", "2026-11-02T01:00:00Z");
    const { verdict, unexplained, notes } = wallet(history, [at("149.4", "2026-11-02T00:00:00Z"), late]);
    expect({ verdict, unexplained }).toEqual({ verdict: "explained", unexplained: "-0.05" });
    expect(notes[0]).toContain("The balance at 2026-11-02T01:00:00Z is the sum of all records");
    expect(
      wallet(history, [at("149.4", "2026-11-02T00:00:00Z"), { ...late, ...at("149.3", late.takenAt) }]).verdict,
    ).toBe("broken");
  });

  it("cannot be placed where the first balance ever is well within the month", () => {
    const balances = [at("152.75", "2026-10-20T00:00:00Z"), at("150.4", "2026-11-02T00:00:00Z")];
    expect(wallet(history, balances)).toMatchObject({ verdict: "broken", opening: "92.5", unexplained: "0.95" });
  });

  it("that arose across the month's beginning breaks both months, and stands in the one before", () => {
    const balances = [
      at("100", "2026-09-10T00:00:00Z"),
      at("103.15", "2026-10-09T00:00:00Z"),
      at("150.45", "2026-11-01T00:00:00Z"),
    ];
    expect(wallet(history, balances, {}, "2026-09")).toMatchObject({ verdict: "broken", unexplained: "1" });
    const after = wallet(history, balances);
    expect(after).toMatchObject({ verdict: "broken", unexplained: "0", opening: "93.5", closing: "152.45" });
    expect(after.notes[0]).toContain("arose between 2026-09-10T00:00:00Z and 2026-10-09T00:00:00Z");
  });

  it("that arose between the month's last balance and the first after it leaves the month unproved", () => {
    const balances = [openedWithGrant, at("151.8", "2026-10-31T20:00:00Z"), at("149", "2026-11-20T00:00:00Z")];
    const inOctober = wallet(history, balances);
    expect(inOctober).toMatchObject({ verdict: "unproved", unexplained: "0", closing: "151.45" });
    expect(inOctober.notes[0]).toContain(
      "A difference of -0.45 USD arose between 2026-10-31T20:00:00Z and 2026-11-20T00:00:00Z",
    );
    expect(wallet(history, balances, {}, "2026-11")).toMatchObject({ verdict: "broken", unexplained: "-0.45" });
  });

  it("is put right by corrections of the closed month that it came from", () => {
    // September was closed with a closing that had 3 more than its records; the record of 3 came later.
    const correction = entryOfAmount("3", "2026-10-01T00:00:00Z", {
      kind: "adjustment",
      corrects: { month: "2026-09", entryId: "neevcloud/acme/late", kind: "refund" },
    });
    const closed = [{ wallet: "w", currency: "USD", month: "2026-09", closing: "95.5" }];
    const balances = [at("95.5", "2026-09-30T23:59:59.9999Z"), at("152.45", "2026-11-01T00:00:00Z")];
    const inOctober = wallet([...history, correction], balances, { closed });
    expect(inOctober).toMatchObject({
      verdict: "explained",
      opening: "95.5",
      adjustments: "3",
      unexplained: "-3",
      closing: "154.45",
      spend: "1.05",
    });
    expect(inOctober.notes[0]).toContain("the corrections of 3 USD in this month put it right");
    expect(inOctober.notes).toContainEqual(expect.stringContaining("Corrections of closed months: 1, 3 USD in all."));
  });
});

describe("two clocks", () => {
  const opened = at("102.5", "2026-10-01T00:00:00Z");
  const late = entryOfAmount("-9", "2026-10-15T12:00:02Z");
  // 102.5 − 0.35 − 0.35 + 50 on the 15th.
  const stated = at("142.8", "2026-10-15T12:00:00Z");

  it("may disagree by a minute about what is in a balance, if a later balance shows that no record is missing", () => {
    const entries = [...history, late];
    const proved = wallet(entries, [opened, stated, at("140.45", "2026-11-01T00:00:00Z")]);
    expect(proved.verdict).toBe("proved");
    const november = wallet(entries, [stated, at("140.45", "2026-11-01T00:00:00Z")], {}, "2026-10");
    expect(november).toMatchObject({ verdict: "proved", opening: "92.5", unexplained: "0" });
  });

  it("hide no missing record behind a like one that came a moment later", () => {
    // A usage of 0.35 on the 1st is lost; another of 0.35 is posted two seconds after the closing balance.
    const [bought, used, given, , ...rest] = history;
    const like = entryOfAmount("-0.35", "2026-11-01T00:05:02Z");
    const entries = [bought, used, given, ...rest, like].filter((entry) => entry !== undefined);
    const balances = [opened, at("149.45", "2026-11-01T00:05:00Z"), at("149.1", "2026-12-01T00:00:00Z")];
    expect(wallet(entries, balances)).toMatchObject({ verdict: "broken", unexplained: "-0.35" });
  });

  it("are not believed beyond a minute", () => {
    const later = entryOfAmount("-9", "2026-10-15T12:01:02Z");
    const balances = [stated, at("140.45", "2026-11-01T00:00:00Z")];
    const { verdict, unexplained, notes } = wallet([...history, later], balances);
    expect({ verdict, unexplained }).toEqual({ verdict: "explained", unexplained: "0" });
    expect(notes[1]).toContain("differ from the records of their time, in USD: -9 at 2026-10-15T12:00:00Z.");
  });
});
