import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { october, onlyWallet } from "./__fixtures__/october.js";
import type { AccountEvidence } from "./account-evidence.js";
import type { BucketStatement } from "./evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { money } from "./money.js";
import type { WalletStatement } from "./statement.js";
import type { WalletBalance } from "./wallet-balance.js";

const entries = [
  entryOfAmount("100", "2026-09-01T00:00:00Z", { bucket: "paid" }),
  entryOfAmount("10", "2026-09-02T00:00:00Z", { kind: "grant", bucket: "granted" }),
  entryOfAmount("-4", "2026-10-02T00:00:00Z", { bucket: "granted" }),
  entryOfAmount("5", "2026-10-03T00:00:00Z", { kind: "grant", bucket: "earned" }),
  entryOfAmount("-20", "2026-11-01T06:00:00Z", { bucket: "paid" }),
];
const system = entryOfAmount("7", "2026-10-04T00:00:00Z", { kind: "adjustment" });

function stated(paid: string, granted: string, earned: string, takenAt = "2026-11-02T00:00:00Z"): WalletBalance {
  const whole = [paid, granted, earned].reduce((sum, part) => sum + Number(part), 0);
  const [one, two, three] = [money(paid, "USD"), money(granted, "USD"), money(earned, "USD")];
  return balanceOf(String(whole), { takenAt, buckets: { paid: one, granted: two, earned: three } });
}

function wallet(
  rows: readonly LedgerEntry[],
  balances: readonly WalletBalance[],
  more: Partial<AccountEvidence> = {},
): WalletStatement {
  return onlyWallet(october(rows, [evidenceOf({ balances, ...more })]));
}

const texts = ({ buckets }: WalletStatement) =>
  buckets.map(({ bucket, opening, moneyIn, moneyOut, unexplained, closing }: BucketStatement) => [
    bucket,
    opening,
    moneyIn,
    moneyOut,
    unexplained,
    closing,
  ]);

describe("the parts of NeevCloud's wallet", () => {
  it("roll forward by what each record moved, from a balance that states them", () => {
    expect(texts(wallet(entries, [stated("80", "6", "5")]))).toEqual([
      ["paid", "100", "0", "0", "0", "100"],
      ["granted", "10", "0", "-4", "0", "6"],
      ["earned", "0", "5", "0", "0", "5"],
    ]);
  });

  it("hold what a record without a part moved, where only one part can be meant", () => {
    const proved = wallet([...entries, system], [stated("87", "6", "5")]);
    expect(texts(proved)[0]).toEqual(["paid", "100", "7", "0", "0", "107"]);
    expect(proved.verdict).toBe("proved");
    expect(proved.checks.find(({ name }) => name === "buckets-and-balance")?.note).toContain(
      "where those that name no part (7 USD) are paid",
    );
  });

  it("are null over movements of which the part cannot be told, and explain no more than the whole", () => {
    const divided = wallet([...entries, system], [stated("83", "10", "5")]);
    expect(texts(divided)[0]).toEqual(["paid", null, "0", "0", null, "103"]);
    expect(divided.verdict).toBe("explained");
    expect(divided.notes[1]).toContain("paid by 3, granted by 4 USD; records that name no part: 7.");
  });

  it("open with a closed month's parts", () => {
    const parts = [{ bucket: "paid", closing: "100" } as const, { bucket: "granted", closing: "9" } as const];
    const closed = [{ wallet: "w", currency: "USD", month: "2026-09", closing: "110", buckets: parts }];
    expect(texts(wallet(entries, [stated("80", "6", "5")], { closed }))).toEqual([
      ["paid", "100", "0", "0", "0", "100"],
      ["granted", "9", "0", "-4", "1", "6"],
      ["earned", null, "5", "0", null, "5"],
    ]);
  });

  it("are the records' where no balance tells the opening, and none where no balance states parts", () => {
    const before = stated("80", "6", "6");
    expect(texts(wallet(entries, [before]))).toEqual([
      ["paid", "100", "0", "0", "0", "100"],
      ["granted", "10", "0", "-4", "0", "6"],
      ["earned", "0", "5", "0", "1", "6"],
    ]);
    expect(wallet(entries, [balanceOf("91")]).buckets).toEqual([]);
    expect(wallet(entries, []).buckets).toEqual([]);
  });
});

describe("the parts of Flexprice's wallet", () => {
  const flexprice = { provider: "flexprice", unit: "credits" } as const;
  const rates = { provider: "flexprice", conversionRate: "1", topUpConversionRate: "1" } as const;
  const rows = [
    entryOfAmount("100", "2026-09-01T00:00:00Z", { ...flexprice, quantity: "100" }),
    entryOfAmount("-30", "2026-10-02T00:00:00Z", { ...flexprice, quantity: "30" }),
    entryOfAmount("-1", "2026-11-02T00:00:00Z", { ...flexprice, quantity: "1" }),
  ];
  const at = (paid: string, granted: string, takenAt: string): WalletBalance => {
    const credits = String(Number(paid) + Number(granted));
    const buckets = { paid: money(paid, "USD"), granted: money(granted, "USD"), earned: null };
    return balanceOf(credits, { ...rates, credits, takenAt, buckets });
  };

  it("are known where a balance lies at the edge with no movement between, and their movement never", () => {
    const balances = [at("90", "10", "2026-10-01T00:05:00Z"), at("60", "10", "2026-11-01T00:05:00Z")];
    const known = wallet(rows, balances, { provider: "flexprice" });
    expect(texts(known)).toEqual([
      ["paid", "90", null, null, null, "60"],
      ["granted", "10", null, null, null, "10"],
    ]);
    const late = wallet(rows, [at("59", "10", "2026-11-03T00:00:00Z")], { provider: "flexprice" });
    expect(late).toMatchObject({ verdict: "proved", buckets: [] });
  });
});
