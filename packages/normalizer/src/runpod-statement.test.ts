import { describe, expect, it } from "vitest";
import { entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { october, onlyWallet } from "./__fixtures__/october.js";
import { createStatement } from "./create-statement.js";
import { money } from "./money.js";

const place = { provider: "runpod", account: "acme", wallet: "default" } as const;
const evidence = evidenceOf({ provider: "runpod", collectedAt: "2026-11-01T00:05:00Z", balances: [] });

/** Spent 7.5 and 1.25 in October by resource, and 3 in November, with what the provider states for the whole account. */
function stated(...totals: readonly (readonly [postedAt: string, amount: string])[]) {
  const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidence] });
  for (const [amount, postedAt] of [
    ["-7.5", "2026-10-01T00:00:00Z"],
    ["-1.25", "2026-10-31T00:00:00Z"],
    ["-3", "2026-11-01T00:00:00Z"],
  ] as const)
    builder.add(entryOfAmount(amount, postedAt, place));
  for (const [postedAt, amount] of totals)
    builder.crossCheck(place, { amount: money(amount, "USD"), postedAt, model: null });
  return onlyWallet(builder.finish());
}

describe("a wallet of which nothing but the spending is known", () => {
  it("has its spending stated, and nothing else", () => {
    expect(stated(["2026-10-01T00:00:00Z", "-8.75"])).toMatchObject({
      completeness: "usage-only",
      verdict: "unproved",
      opening: null,
      topUps: null,
      grants: null,
      refunds: null,
      usage: "-8.75",
      unclassified: null,
      unexplained: null,
      closing: null,
      spend: "8.75",
    });
  });

  it("says what would help, and asks for no balance that there is not", () => {
    const { notes, checks } = stated(["2026-10-01T00:00:00Z", "-8.75"]);
    expect(notes).toEqual([
      expect.stringMatching(/^No balance of this provider is read.*enter top-ups from the receipts\.$/),
    ]);
    expect(checks.map(({ name }) => name)).toEqual(["lists-and-total"]);
    expect(JSON.stringify([notes, checks])).not.toMatch(/first of each month/);
  });

  it("has spent nothing where the whole account spent nothing", () => {
    const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidence] });
    builder.crossCheck(place, { amount: money("0", "USD"), postedAt: "2026-10-05T00:00:00Z", model: null });
    expect(onlyWallet(builder.finish())).toMatchObject({ usage: "0", spend: "0", verdict: "unproved" });
  });

  it("is partial where a list could not be read", () => {
    const failed = { ...evidence, complete: false, failure: "GET /v2/billing/pods answered 403" };
    const wallet = onlyWallet(october([entryOfAmount("-1", "2026-10-01T00:00:00Z", place)], [failed]));
    expect(wallet).toMatchObject({ completeness: "partial", verdict: "unproved", spend: "1" });
    expect(wallet.notes[0]).toContain("Records may be missing");
  });
});

describe("usage by resource against the whole account's", () => {
  it.each([
    ["agrees to the last digit", ["-7.5", "-1.25"], "agrees", "0", "unproved"],
    [
      "is off by a double's last digits",
      ["-7.500000000000001", "-1.25"],
      "explained",
      "-0.000000000000001",
      "unproved",
    ],
    ["states more: a list is missing", ["-7.5", "-1.26"], "differs", "-0.01", "broken"],
    ["states less: a record is doubled", ["-7.4", "-1.25"], "differs", "0.1", "broken"],
    ["differs by a millionth, which is money", ["-7.500001", "-1.25"], "differs", "-0.000001", "broken"],
  ] as const)("%s", (_, [first, last], outcome, difference, verdict) => {
    // The day after the month has a total too, which is November's.
    const totals = [
      ["2026-10-01T00:00:00Z", first],
      ["2026-10-31T00:00:00Z", last],
      ["2026-11-01T00:00:00Z", "-99"],
    ] as const;
    const wallet = stated(...totals);
    expect(wallet.checks).toMatchObject([
      { name: "lists-and-total", unit: "USD", found: "-8.75", outcome, difference },
    ]);
    expect(wallet.verdict).toBe(verdict);
    expect(wallet.notes.some((note) => note.includes("They differ by"))).toBe(verdict === "broken");
  });

  it("is missing where the whole was not read", () => {
    expect(stated().checks).toMatchObject([{ name: "lists-and-total", outcome: "missing", stated: null }]);
  });
});
