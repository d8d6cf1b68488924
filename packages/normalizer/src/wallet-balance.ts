import type { Money } from "./money.js";
import type { ProviderId } from "./record.js";

/** Where a balance came from, in the terms a bookkeeper needs: bought, given, or earned by referrals. */
export interface BalanceBuckets {
  readonly paid: Money | null;
  readonly granted: Money | null;
  readonly earned: Money | null;
}

/** What a provider said a wallet held at one moment. */
export interface WalletBalance {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  /** The settled balance; null where the provider gave none that may be relied on. May be negative. */
  readonly balance: Money | null;
  /** The settled balance in the wallet's own credits, a decimal string; null where it has none. */
  readonly credits: string | null;
  /** Currency for one credit when spending and when buying; null where the provider has none. */
  readonly conversionRate: string | null;
  readonly topUpConversionRate: string | null;
  /** Null where the provider does not divide its balance. */
  readonly buckets: BalanceBuckets | null;
  /** Usage already metered but not yet taken from the balance, as a positive amount; null where unknown. */
  readonly accruedUsage: Money | null;
  /** True where the answer came, or may have come, from a cache: then `balance` and `credits` are null. */
  readonly cached: boolean;
  /** UTC instant (ISO 8601 with Z) at which the balance was asked for. */
  readonly takenAt: string;
  /** Method and path template that it was asked of, and the SHA-256 of the answer's canonical JSON in lower-case hex. */
  readonly endpoint: string;
  readonly sha256: string;
  readonly notes: readonly string[];
}
