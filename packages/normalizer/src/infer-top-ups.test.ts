import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { onlyWallet } from "./__fixtures__/october.js";
import type { AccountEvidence } from "./account-evidence.js";
import { createStatement } from "./create-statement.js";
import { decimalText } from "./decimal-text.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { StatementLine, WalletStatement } from "./statement.js";

const prime = { provider: "prime-intellect" } as const;
const usage = (amount: string, postedAt: string, more: Partial<LedgerEntry> = {}): LedgerEntry =>
  entryOfAmount(amount, postedAt, { ...prime, service: "compute", ...more });
const entries = [
  usage("-4", "2026-09-20T00:00:00Z"),
  usage("-6", "2026-10-10T00:00:00Z"),
  usage("-1", "2026-11-01T00:00:00Z"),
];

interface Result {
  readonly wallet: WalletStatement;
  readonly inferred: readonly StatementLine[];
  readonly days: readonly { readonly date: string; readonly balance: string; readonly moneyIn: string }[];
}

function result(
  balances: readonly (readonly [amount: string, takenAt: string])[],
  more: Partial<AccountEvidence> = {},
  { month = "2026-10", timezone = "UTC", ledger = entries } = {},
): Result {
  const provider = more.provider ?? "prime-intellect";
  const stated = balances.map(([amount, takenAt]) => balanceOf(amount, { provider, takenAt }));
  const account = evidenceOf({ ...prime, moneyIn: false, balances: stated, ...more });
  const builder = createStatement({ month, timezone, basis: "posted", accounts: [account] });
  for (const entry of ledger) builder.add(entry);
  const statement = builder.finish();
  return { wallet: onlyWallet(statement), inferred: builder.inferredLines(), days: statement.balances };
}

describe("a wallet whose money in is not listed", () => {
  it("is proved where the records account for the whole difference between two balances", () => {
    const { wallet, inferred } = result([
      ["96", "2026-10-01T00:05:00Z"],
      ["89", "2026-11-01T00:05:00Z"],
    ]);
    expect(wallet).toMatchObject({
      completeness: "usage-only",
      verdict: "proved",
      opening: "96",
      topUps: "0",
      grants: null,
      usage: "-6",
      unexplained: "0",
      closing: "90",
    });
    expect(wallet.checks).toEqual([
      {
        name: "opening-and-closing",
        stated: "-7",
        found: "-7",
        difference: "0",
        unit: "USD",
        outcome: "agrees",
        note: "The balances at 2026-10-01T00:05:00Z and 2026-11-01T00:05:00Z against the records between.",
      },
    ]);
    expect(inferred).toEqual([]);
  });

  it("gets a top-up for what came in besides, with the two balances that show it", () => {
    const { wallet, inferred, days } = result([
      ["96", "2026-10-01T00:05:00Z"],
      ["190", "2026-10-15T00:00:00Z"],
      ["239", "2026-11-01T00:05:00Z"],
    ]);
    expect(wallet).toMatchObject({
      verdict: "explained",
      opening: "96",
      topUps: "150",
      unexplained: "0",
      closing: "240",
      lines: 3,
    });
    expect(wallet.notes[0]).toContain("Top-ups are inferred from the balances: 2, 150 USD in all.");
    expect(
      inferred.map(({ id, date, postedAt, amount }) => [id, date, postedAt, amount && decimalText(amount)]),
    ).toEqual([
      ["prime-intellect/acme/inferred-2026-10-15T00:00:00Z", "2026-10-15", "2026-10-15T00:00:00Z", "100"],
      ["prime-intellect/acme/inferred-2026-11-01T00:05:00Z", "2026-10-31", "2026-10-31T23:59:59.999Z", "50"],
    ]);
    expect(inferred[1]).toEqual({
      id: "prime-intellect/acme/inferred-2026-11-01T00:05:00Z",
      provider: "prime-intellect",
      account: "acme",
      wallet: "w",
      kind: "top-up",
      amount: expect.anything(),
      unsignedAmount: null,
      currency: "USD",
      postedAt: "2026-10-31T23:59:59.999Z",
      chargePeriod: { start: "2026-10-15T00:00:00Z", end: "2026-11-01T00:05:00Z" },
      bucket: null,
      service: null,
      resource: null,
      keyName: null,
      description:
        "Inferred: the balance was 190 USD at 2026-10-15T00:00:00Z and 239 USD at 2026-11-01T00:05:00Z, 50 USD more than the records between account for",
      quantity: null,
      unit: null,
      listAmount: null,
      estimated: true,
      corrects: null,
      origin: {
        endpoint: "GET /balance",
        sourceId: "2026-11-01T00:05:00Z",
        revision: 1,
        sha256: "b".repeat(64),
      },
      date: "2026-10-31",
      coding: null,
    });
    expect(days.filter(({ moneyIn }) => moneyIn !== "0").map(({ date, moneyIn }) => [date, moneyIn])).toEqual([
      ["2026-10-15", "100"],
      ["2026-10-31", "50"],
    ]);
    expect(days.at(-1)?.balance).toBe("240");
  });

  it("is broken where the balance fell by more than the records say, however much came in besides", () => {
    const { wallet } = result([
      ["96", "2026-10-01T00:05:00Z"],
      ["89.5", "2026-10-20T00:00:00Z"],
      ["138.5", "2026-11-01T00:05:00Z"],
    ]);
    expect(wallet).toMatchObject({ verdict: "broken", topUps: "50", unexplained: "-0.5", closing: "139.5" });
    expect(wallet.notes[0]).toContain("-0.5 USD from 2026-10-01T00:05:00Z to 2026-10-20T00:00:00Z");
    expect(wallet.checks[0]).toMatchObject({ name: "opening-and-closing", outcome: "differs" });
  });

  it("is unproved without a balance at an edge, and says which", () => {
    const late = result([["89", "2026-11-01T00:05:00Z"]]).wallet;
    expect(late).toMatchObject({ verdict: "unproved", opening: null, topUps: null, unexplained: null, closing: "90" });
    expect(late.notes[0]).toContain("There is no balance at the month's beginning, 2026-10-01T00:00:00Z.");
    const early = result([["96", "2026-10-01T00:05:00Z"]]).wallet;
    expect(early).toMatchObject({ verdict: "unproved", opening: "96", topUps: null, closing: null });
    expect(early.notes[0]).toContain("at its end: collect once after 2026-11-01T00:00:00Z");
    const none = result([]).wallet;
    expect(none).toMatchObject({ verdict: "unproved", opening: null, closing: null });
    expect(none.checks[0]).toMatchObject({ name: "opening-and-closing", outcome: "missing", stated: null });
  });

  it("is unproved by balances of before the month's end, and by one balance for both edges", () => {
    const early = result([
      ["96", "2026-10-01T00:05:00Z"],
      ["90", "2026-10-31T20:00:00Z"],
    ]).wallet;
    expect(early).toMatchObject({ verdict: "unproved", closing: "90", topUps: "0" });
    expect(early.notes[0]).toContain("collect once after 2026-11-01T00:00:00Z");
    const one = result([
      ["100", "2026-08-10T00:00:00Z"],
      ["90", "2026-10-16T12:00:00Z"],
      ["89", "2026-12-20T00:00:00Z"],
    ]).wallet;
    expect(one).toMatchObject({ verdict: "unproved", opening: "96", closing: "90", unexplained: "0" });
    expect(one.notes[0]).toContain("Only one balance stands for the month's beginning and its end.");
  });

  it("puts what came in across an edge into the month that the later balance is nearest to the end of", () => {
    // Nearest to 1 October is the balance of 4 October, so what it shows is September's.
    const balances = [
      ["100", "2026-09-01T00:05:00Z"],
      ["116", "2026-10-04T00:00:00Z"],
      ["109", "2026-11-01T00:05:00Z"],
    ] as const;
    const september = result(balances, {}, { month: "2026-09" });
    expect(september.wallet).toMatchObject({ verdict: "explained", topUps: "20", opening: "100", closing: "116" });
    expect(september.inferred.map(({ date }) => date)).toEqual(["2026-09-30"]);
    const october = result(balances);
    expect(october.wallet).toMatchObject({ verdict: "explained", topUps: "0", opening: "116", closing: "110" });
    expect(october.inferred).toEqual([]);
    expect(october.wallet.notes[1]).toContain("20 USD came in between 2026-09-01T00:05:00Z and 2026-10-04T00:00:00Z");
  });

  it("follows the zone of the statement", () => {
    // In Kolkata October ends at 18:30 UTC, six hours before the balance.
    const balances = [
      ["96", "2026-10-01T00:05:00Z"],
      ["189", "2026-11-01T00:05:00Z"],
    ] as const;
    const { inferred, wallet } = result(balances, {}, { timezone: "Asia/Kolkata" });
    expect(inferred[0]).toMatchObject({ postedAt: "2026-10-31T18:29:59.999Z", date: "2026-10-31" });
    expect(wallet).toMatchObject({ opening: "96", closing: "190", verdict: "explained" });
  });

  it("counts a running resource in the balance that was asked for while it was billed", () => {
    // The row is billed 400 ms after the balance, for all that it had run since the collection before.
    const tick = (end: string, start: string, amount: string): LedgerEntry =>
      usage(amount, end, { chargePeriod: { start, end } });
    const ledger = [
      tick("2026-10-01T00:05:00.400Z", "2026-09-01T00:05:00Z", "-100"),
      tick("2026-11-01T00:05:00.400Z", "2026-10-01T00:05:00.400Z", "-90"),
      tick("2026-11-01T00:07:00.400Z", "2026-11-01T00:06:00.400Z", "-1"),
    ];
    const { inferred, wallet } = result(
      [
        ["50", "2026-10-01T00:05:00Z"],
        ["460", "2026-11-01T00:05:00Z"],
      ],
      {},
      { ledger },
    );
    expect(inferred.map(({ amount }) => amount && decimalText(amount))).toEqual(["500"]);
    expect(wallet).toMatchObject({ verdict: "explained", unexplained: "0" });
  });

  it("infers nothing while records may be missing", () => {
    const balances = [
      ["96", "2026-10-01T00:05:00Z"],
      ["189", "2026-11-01T00:05:00Z"],
    ] as const;
    const { wallet, inferred } = result(balances, { complete: false, failure: "timed out" });
    expect(wallet).toMatchObject({
      completeness: "partial",
      verdict: "unproved",
      opening: null,
      topUps: null,
      closing: null,
    });
    expect(inferred).toEqual([]);
  });

  it("opens with a closed month's closing, and says where later balances differ from it", () => {
    const balances = [
      ["96", "2026-10-01T00:05:00Z"],
      ["89", "2026-11-01T00:05:00Z"],
    ] as const;
    const closedWith = (closing: string, ledger = entries) =>
      result(balances, { closed: [{ wallet: "w", currency: "USD", month: "2026-09", closing }] }, { ledger }).wallet;
    expect(closedWith("96")).toMatchObject({ verdict: "proved", openingEvidence: { method: "closed-statement" } });
    const differs = closedWith("95");
    expect(differs).toMatchObject({ verdict: "broken", opening: "95", unexplained: "1" });
    expect(differs.notes[0]).toContain("Opening is the closing of the closed month before");
    const correction = usage("-1", "2026-10-01T00:00:00Z", {
      kind: "adjustment",
      corrects: { month: "2026-09", entryId: "prime-intellect/acme/row", kind: "usage" },
    });
    const corrected = closedWith("96", [...entries, correction]);
    expect(corrected).toMatchObject({ verdict: "explained", adjustments: "-1", unexplained: "1", closing: "90" });
    expect(corrected.notes[0]).toContain("The corrections of -1 USD were in the balance already");
  });

  it("is the same for WaveSpeed where its list of top-ups could not be read", () => {
    const wavespeed = { provider: "wavespeed" } as const;
    const ledger = entries.map((entry) => ({ ...entry, ...wavespeed }));
    const balances = [
      ["96", "2026-10-01T00:05:00Z"],
      ["189", "2026-11-01T00:05:00Z"],
    ] as const;
    const { wallet, inferred } = result(balances, wavespeed, { ledger });
    expect(wallet).toMatchObject({ completeness: "usage-only", verdict: "explained", topUps: "100" });
    expect(wallet.notes[0]).toMatch(/list of top-ups could not be read.*Top-ups are inferred/);
    expect(inferred[0]?.id).toBe("wavespeed/acme/inferred-2026-11-01T00:05:00Z");
  });
});
