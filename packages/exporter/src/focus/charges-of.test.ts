import { money } from "@spendbook/normalizer";
import { describe, expect, test } from "vitest";
import { type Draft, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { type Cells, readFocus } from "./__fixtures__/read-focus.js";

const rowsOf = async (...drafts: Draft[]) => {
  const { statement, lines } = monthOfCharges(drafts);
  return (await readFocus(statement, lines, "1.2")).rows;
};
const costsOf = ({ ChargeCategory, BilledCost, EffectiveCost, ListCost, ContractedCost }: Cells) =>
  [ChargeCategory, BilledCost, EffectiveCost, ListCost, ContractedCost].join(" ");
const costs = async (draft: Draft) => (await rowsOf(draft)).map(costsOf);

describe("each kind of movement has its category and its four costs", () => {
  test("a top-up is a purchase, billed and not yet a cost", async () => {
    expect(await costs({ kind: "top-up", amount: "100.50" })).toEqual(["Purchase 100.5 0 100.5 100.5"]);
  });

  test("usage is a cost and was billed before", async () => {
    expect(await costs({ kind: "usage", amount: "-3.25" })).toEqual(["Usage 0 3.25 3.25 3.25"]);
  });

  test("the list price is shown where the provider states one", async () => {
    const discounted: Draft = { kind: "usage", amount: "-3", change: { listAmount: money("-4", "USD") } };
    expect(await costs(discounted)).toEqual(["Usage 0 3 4 3"]);
  });

  test("a refund is negative in the category of what is refunded, and so is its quantity", async () => {
    const [row = {}] = await rowsOf({ kind: "refund", amount: "0.25", change: { quantity: "2", unit: "Hours" } });
    expect(costsOf(row)).toBe("Usage 0 -0.25 -0.25 -0.25");
    expect(row.ConsumedQuantity).toBe("-2");
  });

  test.each(["granted", "earned"] as const)(
    "what %s credit pays for is billed and credited at once",
    async (bucket) => {
      expect(await costs({ kind: "usage", amount: "-3", bucket })).toEqual(["Usage 3 3 3 3", "Credit -3 -3 -3 -3"]);
    },
  );

  test("a grant costs nothing until it is drawn, and its amount stands beside", async () => {
    const [row = {}] = await rowsOf({ kind: "grant", amount: "20", bucket: "granted" });
    expect(costsOf(row)).toBe("Credit 0 0 0 0");
    expect(row.x_WalletAmount).toBe("20");
  });

  test("credit that expires is a cost of that day", async () => {
    expect(await costs({ kind: "expiry", amount: "-5" })).toEqual(["Usage 0 5 5 5"]);
  });

  test.each(["fee", "adjustment", "unclassified"] as const)("%s is an adjustment of the cost", async (kind) => {
    expect(await costs({ kind, amount: "-0.3" })).toEqual(["Adjustment 0 0.3 0.3 0.3"]);
  });

  test("an amount of unknown direction is shown outside every total", async () => {
    const [row = {}] = await rowsOf({ kind: "unclassified", amount: null });
    expect(costsOf(row)).toBe("Adjustment 0 0 0 0");
    expect([row.x_WalletAmount, row.x_UnsignedAmount]).toEqual([null, "12.5"]);
  });

  test("what came late for a closed month is a correction in the category of what it corrects", async () => {
    const correcting = (kind: "usage" | "top-up"): Draft => ({
      kind: "adjustment",
      amount: kind === "usage" ? "-2" : "2",
      corrects: { month: "2026-08", entryId: "neevcloud/acme/late", kind },
    });
    const rows = await rowsOf(correcting("usage"), correcting("top-up"));
    expect(rows.map(costsOf)).toEqual(["Usage 0 2 2 2", "Purchase 2 0 2 2"]);
    for (const row of rows)
      expect([row.ChargeClass, row.x_CorrectsMonth, row.x_CorrectsRecordId]).toEqual([
        "Correction",
        "2026-08",
        "neevcloud/acme/late",
      ]);
  });

  test("the unexplained difference is an adjustment over the month, in its wallet's currency", async () => {
    const { statement, lines } = monthOfCharges([{ kind: "usage", amount: "-1" }]);
    const wallets = statement.wallets.map((wallet) => ({ ...wallet, unexplained: "-0.000001" }));
    const { rows } = await readFocus({ ...statement, wallets }, lines, "1.2");
    expect(rows.map(costsOf)).toEqual(["Usage 0 1 1 1", "Adjustment 0 0.000001 0.000001 0.000001"]);
    expect(rows[1]).toMatchObject({
      x_Kind: "unexplained",
      x_RecordSha256: null,
      x_PostedAt: null,
      ChargePeriodStart: "2026-10-01T04:00:00Z",
      ChargePeriodEnd: "2026-11-01T04:00:00Z",
    });
  });
});
