import type { AccountEvidence } from "../account-evidence.js";
import type { LedgerEntry } from "../ledger-entry.js";
import { money } from "../money.js";
import type { WalletBalance } from "../wallet-balance.js";

/** An entry of NeevCloud's account "acme", wallet "w", unless said otherwise. */
export function entryOfAmount(amount: string, postedAt: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const currency = more.currency ?? "USD";
  return {
    id: `neevcloud/acme/${amount}@${postedAt}`,
    provider: "neevcloud",
    account: "acme",
    wallet: "w",
    kind: amount.startsWith("-") ? "usage" : "top-up",
    amount: money(amount, currency),
    unsignedAmount: null,
    currency,
    postedAt,
    chargePeriod: null,
    bucket: null,
    service: null,
    resource: null,
    keyName: null,
    description: "",
    quantity: null,
    unit: null,
    listAmount: null,
    estimated: false,
    corrects: null,
    origin: { endpoint: "", sourceId: "", revision: 1, sha256: "" },
    ...more,
  };
}

/** A complete collection of NeevCloud's account "acme" after October 2026, unless said otherwise. */
export function evidenceOf(more: Partial<AccountEvidence> = {}): AccountEvidence {
  return {
    provider: "neevcloud",
    account: "acme",
    complete: true,
    failure: null,
    collectedAt: "2026-11-02T00:00:00Z",
    balances: [],
    moneyIn: true,
    ...more,
  };
}

/** What NeevCloud's wallet "w" held after October 2026, unless said otherwise. */
export function balanceOf(amount: string | null, more: Partial<WalletBalance> = {}): WalletBalance {
  const currency = more.currency ?? "USD";
  return {
    provider: "neevcloud",
    account: "acme",
    wallet: "w",
    currency,
    balance: amount === null ? null : money(amount, currency),
    credits: null,
    conversionRate: null,
    topUpConversionRate: null,
    buckets: null,
    accruedUsage: null,
    cached: false,
    takenAt: "2026-11-02T00:00:00Z",
    endpoint: "GET /balance",
    sha256: "b".repeat(64),
    notes: [],
    ...more,
  };
}
