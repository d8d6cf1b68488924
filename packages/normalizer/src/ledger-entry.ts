import type { Money } from "./money.js";
import type { ProviderId } from "./record.js";

/** What a movement of the wallet is; `unclassified` is what a mapping does not know. */
export type EntryKind = "usage" | "refund" | "top-up" | "grant" | "expiry" | "fee" | "adjustment" | "unclassified";

/** The parts a wallet may be divided into: bought, given, or earned by referrals. */
export type Bucket = "paid" | "granted" | "earned";

/** What a movement puts right: one of a month that was closed before it was known. */
export interface Correction {
  /** The closed month, `YYYY-MM`. */
  readonly month: string;
  /** The id of the movement that was missing there, or stood there otherwise. */
  readonly entryId: string;
  /** What that movement is; the correction itself is an `adjustment`. */
  readonly kind: EntryKind;
}

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
  /** The part of the wallet that it moved; null where the provider does not say. */
  readonly bucket: Bucket | null;
  readonly service: string | null;
  readonly resource: string | null;
  /** The name of the API key that was used; null where the provider does not say. */
  readonly keyName: string | null;
  readonly description: string;
  /** A decimal string in `unit`; both null where the provider states no quantity. */
  readonly quantity: string | null;
  readonly unit: string | null;
  /** The price before discount, signed like `amount`. */
  readonly listAmount: Money | null;
  /** What the wallet held in its own credits before and after, as `decimalText` writes them; absent where the provider does not say. */
  readonly creditBalances?: { readonly before: string; readonly after: string };
  /** True where we computed the amount or its month, for example by splitting a row over months. */
  readonly estimated: boolean;
  /** Null but for what arrived too late for a closed month. */
  readonly corrects: Correction | null;
  readonly origin: {
    readonly endpoint: string;
    readonly sourceId: string;
    readonly revision: number;
    readonly sha256: string;
  };
}
