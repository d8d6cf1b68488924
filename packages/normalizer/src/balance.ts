import type { Big } from "big.js";
import type { SourceSnapshot } from "./record.js";
import type { WalletBalance } from "./wallet-balance.js";

type Stated = Pick<WalletBalance, "currency"> & { readonly balance: Big | null } & Partial<
    Omit<WalletBalance, "balance" | "provider" | "account" | "wallet" | "takenAt" | "endpoint" | "sha256">
  >;

/** A balance with what the provider states; the rest is unknown. */
export function createBalance(snapshot: SourceSnapshot, stated: Stated): WalletBalance {
  const { currency, balance } = stated;
  return {
    provider: snapshot.provider,
    account: snapshot.account,
    wallet: snapshot.wallet,
    credits: null,
    conversionRate: null,
    topUpConversionRate: null,
    buckets: null,
    accruedUsage: null,
    cached: false,
    takenAt: snapshot.takenAt,
    endpoint: snapshot.endpoint,
    sha256: snapshot.sha256,
    notes: [],
    ...stated,
    balance: balance === null ? null : { amount: balance, currency },
  };
}

/** The name of a snapshot in errors. */
export function snapshotIdOf(snapshot: SourceSnapshot): string {
  return `${snapshot.provider}/${snapshot.account}/${snapshot.wallet} balance of ${snapshot.takenAt}`;
}
