import { describe, expect, it } from "vitest";
import { short } from "../__fixtures__/short-entry.js";
import { entriesOf, entryOf } from "../__fixtures__/source-record.js";

const transaction = {
  id: "wtxn_1",
  wallet_id: "wallet_1",
  customer_id: "cust_1",
  type: "credit",
  amount: "50",
  credit_amount: "100",
  credit_balance_before: "0",
  credit_balance_after: "100",
  transaction_status: "completed",
  transaction_reason: "PURCHASED_CREDIT_DIRECT",
  reference_type: "PAYMENT",
  reference_id: "pay_1",
  description: "",
  metadata: null,
  expiry_date: null,
  credits_available: "100",
  priority: null,
  currency: "usd",
  conversion_rate: "0.5",
  topup_conversion_rate: "0.5",
  status: "published",
  created_at: "2026-10-05T09:00:00Z",
  updated_at: "2026-10-05T09:00:00Z",
};

describe("Flexprice transactions", () => {
  it("read a purchase as a top-up in currency, with its credits as the quantity", () => {
    const entry = entryOf("flexprice", "wtxn_1", transaction);
    expect(short(entry)).toBe("top-up 50 USD 2026-10-05T09:00:00Z");
    expect(entry).toMatchObject({
      id: "flexprice/acme/wtxn_1",
      quantity: "100",
      unit: "credits",
      resource: "pay_1",
      description: "PURCHASED_CREDIT_DIRECT",
      service: null,
      chargePeriod: null,
    });
  });

  it.each([
    ["PURCHASED_CREDIT_DIRECT", "top-up", "adjustment"],
    ["PURCHASED_CREDIT_INVOICED", "top-up", "adjustment"],
    ["FREE_CREDIT_GRANT", "grant", "adjustment"],
    ["SUBSCRIPTION_CREDIT_GRANT", "grant", "adjustment"],
    ["PURCHASED_CREDIT_BONUS", "grant", "adjustment"],
    ["CREDIT_NOTE", "refund", "adjustment"],
    ["INVOICE_VOID_REFUND", "refund", "adjustment"],
    ["CREDIT_EXPIRED", "adjustment", "expiry"],
    ["WALLET_TERMINATION", "adjustment", "expiry"],
    ["INVOICE_PAYMENT", "adjustment", "usage"],
    ["CREDIT_ADJUSTMENT", "adjustment", "usage"],
    ["MANUAL_BALANCE_DEBIT", "adjustment", "usage"],
    ["SOMETHING_NEW", "unclassified", "unclassified"],
    ["toString", "unclassified", "unclassified"],
    [null, "unclassified", "unclassified"],
  ])("read %s as %s when credited and %s when debited", (transaction_reason, credited, debited) => {
    const row = { ...transaction, transaction_reason };
    expect(short(entryOf("flexprice", "t", row))).toBe(`${credited} 50 USD 2026-10-05T09:00:00Z`);
    expect(short(entryOf("flexprice", "t", { ...row, type: "debit" }))).toBe(`${debited} -50 USD 2026-10-05T09:00:00Z`);
  });

  it.each(["pending", "failed"])("give nothing while %s", (transaction_status) => {
    expect(entriesOf("flexprice", "t", { ...transaction, transaction_status })).toEqual([]);
  });

  it("keep an unknown status or direction outside the totals", () => {
    const settled = entryOf("flexprice", "t", { ...transaction, transaction_status: "settled" });
    expect(short(settled)).toBe("unclassified ?50 USD 2026-10-05T09:00:00Z");
    const hold = entryOf("flexprice", "t", { ...transaction, type: "hold" });
    expect(short(hold)).toBe("unclassified ?50 USD 2026-10-05T09:00:00Z");
  });

  describe("of a purchase by invoice", () => {
    const pending = {
      ...transaction,
      transaction_reason: "PURCHASED_CREDIT_INVOICED",
      transaction_status: "pending",
      created_at: "2026-10-28T10:00:00Z",
      updated_at: "2026-10-28T10:00:00Z",
    };
    const paid = { ...pending, transaction_status: "completed", updated_at: "2026-11-02T08:00:00Z" };
    const spent = { ...paid, credits_available: "0", updated_at: "2026-11-20T08:00:00Z" };

    it("are booked when they completed, not when the invoice was made", () => {
      expect(short(entryOf("flexprice", "t", pending, paid))).toBe("top-up 50 USD 2026-11-02T08:00:00Z");
      expect(short(entryOf("flexprice", "t", paid))).toBe("top-up 50 USD 2026-11-02T08:00:00Z");
    });

    it("stay where they were booked when the credits are spent later", () => {
      expect(short(entryOf("flexprice", "t", pending, paid, spent))).toBe("top-up 50 USD 2026-11-02T08:00:00Z");
    });

    it("are estimated where spending may have hidden the month of completion", () => {
      expect(short(entryOf("flexprice", "t", spent))).toBe("top-up 50 USD 2026-11-20T08:00:00Z estimated");
      const within = { ...spent, updated_at: "2026-10-30T00:00:00Z" };
      expect(short(entryOf("flexprice", "t", within))).toBe("top-up 50 USD 2026-10-30T00:00:00Z");
    });
  });

  it("are booked when they completed, whatever the reason, if they were seen pending", () => {
    const pending = { ...transaction, transaction_status: "pending" };
    const done = { ...transaction, updated_at: "2026-10-06T00:00:00Z" };
    expect(short(entryOf("flexprice", "t", pending, done))).toBe("top-up 50 USD 2026-10-06T00:00:00Z");
    expect(short(entryOf("flexprice", "t", done))).toBe("top-up 50 USD 2026-10-05T09:00:00Z");
  });

  it("read a decimal that is sent as a number", () => {
    expect(short(entryOf("flexprice", "t", { ...transaction, amount: 0.000000001 }))).toBe(
      "top-up 0.000000001 USD 2026-10-05T09:00:00Z",
    );
  });

  it.each([
    [{ amount: null }, "missing_field", "$.amount"],
    [{ amount: "" }, "invalid_amount", "$.amount"],
    [{ amount: "1,000.00" }, "invalid_amount", "$.amount"],
    [{ amount: "-1" }, "undocumented_sign", "$.amount"],
    [{ currency: null }, "missing_field", "$.currency"],
    [{ currency: "credits" }, "invalid_currency", "$.currency"],
    [{ created_at: undefined }, "missing_field", "$.created_at"],
    [{ credit_amount: [] }, "wrong_type", "$.credit_amount"],
    [{ transaction_status: undefined }, "missing_field", "$.transaction_status"],
  ])("refuse %j with %s", (change, code, path) => {
    expect(() => entriesOf("flexprice", "t", { ...transaction, ...change })).toThrow(
      expect.objectContaining({ code, path, recordId: "flexprice/acme/t" }),
    );
  });
});
