import type { Money } from "./money.js";
import type { ProviderId } from "./record.js";

/** What a movement of the wallet is; `unclassified` is what a mapping does not know. */
export type EntryKind = "usage" | "refund" | "top-up" | "grant" | "expiry" | "fee" | "adjustment" | "unclassified";

/** One movement of one wallet. Sign is the wallet's view: into the wallet +, out of it −. */
export interface LedgerEntry {
  /** Stable: `provider/account/source id`, with `#…` where one record gives several entries. */
  readonly id: string;
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly kind: EntryKind;
  /** Null only where the sign is unknown; `unsignedAmount` then holds the figure, outside every total. */
  readonly amount: Money | null;
  readonly unsignedAmount: Money | null;
  readonly currency: string;
  /** UTC instant, ISO 8601 with Z, at which the provider booked it. */
  readonly postedAt: string;
  /** When the charge was incurred, half-open, UTC instants; null where the provider does not say. */
  readonly chargePeriod: { readonly start: string; readonly end: string } | null;
  readonly service: string | null;
  readonly resource: string | null;
  readonly description: string;
  /** A decimal string in `unit`; both null where the provider states no quantity. */
  readonly quantity: string | null;
  readonly unit: string | null;
  /** The price before discount, signed like `amount`. */
  readonly listAmount: Money | null;
  /** True where we computed the amount or its month, for example by splitting a row over months. */
  readonly estimated: boolean;
  readonly origin: {
    readonly endpoint: string;
    readonly sourceId: string;
    readonly revision: number;
    readonly sha256: string;
  };
}
