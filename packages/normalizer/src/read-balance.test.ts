import { describe, expect, it } from "vitest";
import { snapshotOf } from "./__fixtures__/source-record.js";
import { decimalText } from "./decimal-text.js";
import type { Money } from "./money.js";
import { readBalance } from "./read-balance.js";

const text = (amount: Money | null | undefined): string | null => (amount == null ? null : decimalText(amount));

describe("readBalance", () => {
  it("reads Prime Intellect's, which may be overdrawn", () => {
    const body = { wallet_id: "w", balance_usd: -3.5, currency: "USD", total_billings: 0, recent_billings: [] };
    const balance = readBalance(snapshotOf("prime-intellect", "GET /api/v1/billing/wallet", body));
    expect(text(balance.balance)).toBe("-3.5");
    expect(balance).toMatchObject({
      provider: "prime-intellect",
      account: "acme",
      wallet: "w",
      currency: "USD",
      credits: null,
    });
  });

  describe("of NeevCloud", () => {
    const endpoint = "GET /api/v1/orgs/{org_id}/wallets";
    const body = {
      org_id: "org_1",
      balance_micro_dollars: 12_345_678,
      payment_balance_micro_dollars: 10_000_000,
      grants_balance_micro_dollars: 2_345_000,
      earn_balance_micro_dollars: 678,
    };

    it("reads the four balances", () => {
      const balance = readBalance(snapshotOf("neevcloud", endpoint, body));
      expect(text(balance.balance)).toBe("12.345678");
      expect(text(balance.buckets?.paid)).toBe("10");
      expect(text(balance.buckets?.granted)).toBe("2.345");
      expect(text(balance.buckets?.earned)).toBe("0.000678");
      expect(balance.notes).toEqual([]);
    });

    it("says so where three do not sum to the fourth", () => {
      const { notes } = readBalance(snapshotOf("neevcloud", endpoint, { ...body, earn_balance_micro_dollars: 677 }));
      expect(notes).toEqual([expect.stringContaining("sum to 12.345677 USD, but it states 12.345678 USD")]);
    });

    it("refuses one that leaves a balance out", () => {
      expect(() => readBalance(snapshotOf("neevcloud", endpoint, { ...body, balance_micro_dollars: null }))).toThrow(
        expect.objectContaining({ code: "missing_field", path: "$.balance_micro_dollars" }),
      );
    });
  });

  describe("of Flexprice", () => {
    const endpoint = "GET /wallets/{id}/balance/real-time";
    // Figures of the provider's own tests: 1000 settled, 85 of usage and unpaid invoices, 915 in real time.
    const body = {
      id: "wallet_1",
      balance: "1000",
      credit_balance: "2000",
      currency: "usd",
      conversion_rate: "0.5",
      topup_conversion_rate: "0.4",
      current_period_usage: "85",
      real_time_balance: "915",
      real_time_credit_balance: "1830",
      credits_available_breakdown: { purchased: "1500", free: "500" },
      is_cached_fallback: false,
    };

    it("takes the settled balance, not what is left after usage that is not debited yet", () => {
      const balance = readBalance(snapshotOf("flexprice", endpoint, body));
      expect(text(balance.balance)).toBe("1000");
      expect(text(balance.accruedUsage)).toBe("85");
      expect(text(balance.buckets?.paid)).toBe("750");
      expect(text(balance.buckets?.granted)).toBe("250");
      expect(balance).toMatchObject({
        currency: "USD",
        credits: "2000",
        conversionRate: "0.5",
        topUpConversionRate: "0.4",
        cached: false,
      });
    });

    it.each([true, undefined, null])("takes no figure from an answer whose is_cached_fallback is %s", (flag) => {
      const balance = readBalance(snapshotOf("flexprice", endpoint, { ...body, is_cached_fallback: flag }));
      expect(balance).toMatchObject({ balance: null, credits: null, accruedUsage: null, buckets: null, cached: true });
      expect(balance.notes).toEqual([expect.stringContaining("cache")]);
    });

    it("needs no such flag from the stored wallet", () => {
      const { is_cached_fallback, ...wallet } = body;
      expect(text(readBalance(snapshotOf("flexprice", "GET /wallets/{id}", wallet)).balance)).toBe("1000");
    });

    it("reads null, which the document does not promise, as unknown", () => {
      const nulls = {
        ...body,
        balance: null,
        credit_balance: null,
        current_period_usage: null,
        credits_available_breakdown: null,
      };
      const balance = readBalance(snapshotOf("flexprice", endpoint, nulls));
      expect(balance).toMatchObject({ balance: null, credits: null, accruedUsage: null, buckets: null, cached: false });
      expect(balance.notes).toEqual([expect.stringContaining("empty")]);
    });
  });

  it("reads WaveSpeed's with or without its envelope", () => {
    const wrapped = { code: 200, message: "success", data: { balance: 84.5 } };
    for (const body of [wrapped, wrapped.data]) {
      expect(text(readBalance(snapshotOf("wavespeed", "GET /api/v3/balance", body)).balance)).toBe("84.5");
    }
    expect(() => readBalance(snapshotOf("wavespeed", "GET /api/v3/balance", { data: {} }))).toThrow(
      expect.objectContaining({ code: "missing_field", path: "$.data.balance" }),
    );
  });
});
