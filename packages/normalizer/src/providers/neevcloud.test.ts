import { describe, expect, it } from "vitest";
import { short } from "../__fixtures__/short-entry.js";
import { entryOf } from "../__fixtures__/source-record.js";
import { decimalText } from "../decimal-text.js";

// The provider documents no example, so this row has the documented fields of its schema.
const debit = {
  id: "7b0f5a52-4a1e-4d5c-9b6e-0f1f3a1b2c3d",
  organization_id: "org_1",
  amount_micro_dollars: 350000,
  transaction_type: "DEBIT",
  transaction_source: "payment",
  transaction_description: "T4 on-demand, 1 hour",
  type: "res_42",
  created_at: "2026-11-01T00:02:11.5Z",
  hour_start: "2026-10-31T23:00:00Z",
};

const credit = (source: string) => ({
  ...debit,
  transaction_type: "CREDIT",
  transaction_source: source,
  type: null,
  hour_start: undefined,
});

describe("NeevCloud transactions", () => {
  it("read an hourly debit as usage of that hour, in dollars", () => {
    // The provider's guide charges $0.35 an hour for a T4: 350000 ÷ 10⁶.
    expect(entryOf("neev", debit.id, debit)).toEqual({
      id: `neevcloud/acme/${debit.id}`,
      provider: "neevcloud",
      account: "acme",
      wallet: "w",
      kind: "usage",
      amount: { amount: expect.objectContaining({ s: -1, e: -1, c: [3, 5] }), currency: "USD" },
      unsignedAmount: null,
      currency: "USD",
      postedAt: "2026-11-01T00:02:11.5Z",
      chargePeriod: { start: "2026-10-31T23:00:00Z", end: "2026-11-01T00:00:00Z" },
      bucket: "paid",
      service: null,
      resource: "res_42",
      keyName: null,
      description: "T4 on-demand, 1 hour",
      quantity: null,
      unit: null,
      listAmount: null,
      estimated: false,
      corrects: null,
      origin: {
        endpoint: "GET /api/v1/orgs/{org_id}/wallets/transactions",
        sourceId: debit.id,
        revision: 1,
        sha256: "1".repeat(64),
      },
    });
  });

  it.each(["grant", "payment", "system", "coupon", "refer_and_earn", "something_new"])(
    "read a debit from %s as usage",
    (source) => {
      expect(short(entryOf("neev", "t", { ...debit, transaction_source: source }))).toBe(
        "usage -0.35 USD 2026-11-01T00:02:11.5Z",
      );
    },
  );

  it.each([
    ["payment", "top-up"],
    ["grant", "grant"],
    ["coupon", "grant"],
    ["refer_and_earn", "grant"],
    ["system", "adjustment"],
    ["something_new", "unclassified"],
    ["constructor", "unclassified"],
  ])("read a credit from %s as %s", (source, kind) => {
    const entry = entryOf("neev", "t", credit(source));
    expect(short(entry)).toBe(`${kind} 0.35 USD 2026-11-01T00:02:11.5Z`);
    expect([entry.chargePeriod, entry.resource]).toEqual([null, null]);
  });

  it("keep a new direction outside the totals", () => {
    const entry = entryOf("neev", "t", { ...debit, transaction_type: "HOLD" });
    expect(short(entry)).toBe("unclassified ?0.35 USD 2026-11-01T00:02:11.5Z");
  });

  it("are exact to the micro-dollar", () => {
    const figures = [0, 1, 999_999, 1_000_001, 9_007_199_254_740_991];
    const texts = figures.map((amount_micro_dollars) => {
      const { amount } = entryOf("neev", "t", { ...credit("payment"), amount_micro_dollars });
      return amount === null ? null : decimalText(amount);
    });
    expect(texts).toEqual(["0", "0.000001", "0.999999", "1.000001", "9007199254.740991"]);
  });

  it.each([
    [{ amount_micro_dollars: -1 }, "undocumented_sign", "$.amount_micro_dollars"],
    [{ amount_micro_dollars: 0.5 }, "invalid_amount", "$.amount_micro_dollars"],
    [{ amount_micro_dollars: 2 ** 53 }, "invalid_amount", "$.amount_micro_dollars"],
    [{ amount_micro_dollars: null }, "missing_field", "$.amount_micro_dollars"],
    [{ amount_micro_dollars: undefined }, "missing_field", "$.amount_micro_dollars"],
    [{ amount_micro_dollars: true }, "wrong_type", "$.amount_micro_dollars"],
    [{ transaction_type: undefined }, "missing_field", "$.transaction_type"],
    [{ transaction_type: 1 }, "wrong_type", "$.transaction_type"],
    [{ created_at: "yesterday" }, "invalid_instant", "$.created_at"],
    [{ created_at: "0001-01-01T00:00:00Z" }, "missing_field", "$.created_at"],
    [{ hour_start: "2026-10-31" }, "invalid_instant", "$.hour_start"],
  ])("refuse %j with %s", (change, code, path) => {
    expect(() => entryOf("neev", "t9", { ...debit, ...change })).toThrow(
      expect.objectContaining({ code, path, recordId: "neevcloud/acme/t9" }),
    );
  });

  it("read an unset hour of a Go service as absent", () => {
    expect(entryOf("neev", "t", { ...debit, hour_start: "0001-01-01T00:00:00Z" }).chargePeriod).toBeNull();
  });
});
