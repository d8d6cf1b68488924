import type { Company } from "./company.js";

/**
 * A company with accounts and wallets but without a single record, for tests that put in their own: through the stores
 * of a running sandbox, or as timelines of a copy. `at` is when its wallets were made, and its end.
 */
export function createEmptyCompany(at = "2026-10-01T00:00:00.000Z"): Company {
  const wallet = {
    id: "wallet_1",
    customer_id: "cust_1",
    name: "",
    description: "",
    currency: "usd",
    conversion_rate: "1",
    topup_conversion_rate: "1",
    wallet_status: "active",
    wallet_type: "PRE_PAID",
    metadata: null,
    created_at: at,
    current_period_usage: "0",
    unpaid_invoices_amount: "0",
  } as const;
  return {
    name: "Nobody",
    end: at,
    "prime-intellect": {
      account: "research",
      team: { walletId: "wal_1", teamId: "team_1", billings: [], funding: [] },
      personal: { walletId: "wal_2", teamId: null, billings: [], funding: [] },
    },
    neevcloud: { account: "acme", orgId: "org_1", createdAt: at, transactions: [] },
    flexprice: { account: "acme", wallets: [[{ at, row: wallet }]], transactions: [] },
    wavespeed: { account: "studio", billings: [], transactions: [] },
    runpod: { account: "lab", usage: [] },
    movements: [],
  };
}
