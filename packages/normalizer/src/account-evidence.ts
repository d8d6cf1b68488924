import type { Bucket } from "./ledger-entry.js";
import type { ProviderId } from "./record.js";
import type { WalletBalance } from "./wallet-balance.js";

/** What a wallet held at the end of a closed month, as its statement said: exact decimal strings, null where unknown. */
export interface ClosedBalance {
  readonly wallet: string;
  readonly currency: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly closing: string | null;
  readonly buckets?: readonly { readonly bucket: Bucket; readonly closing: string | null }[];
}

/** How many records of a list are held, beside the number that the provider reported when it was last read. */
export interface RecordCount {
  /** Method and path template, as in `SourceRecord.endpoint`. */
  readonly list: string;
  /** The wallet that the list is of; left out where it is the account's. */
  readonly wallet?: string;
  /** Null where the provider reports none. */
  readonly stated: number | null;
  readonly held: number;
}

/** What is known about the collection of one account, besides its records. */
export interface AccountEvidence {
  readonly provider: ProviderId;
  readonly account: string;
  /** Whether the last collection read everything the provider has. */
  readonly complete: boolean;
  /** Why it did not, in words for a person; null where nothing failed. */
  readonly failure: string | null;
  /** UTC instant (ISO 8601 with Z) at which the last complete collection ended; null where there was none. */
  readonly collectedAt: string | null;
  /** Every balance seen, in any order, of every wallet of the account. */
  readonly balances: readonly WalletBalance[];
  /** Whether the list that holds money in could be read (Flexprice transactions, WaveSpeed account/billings). */
  readonly moneyIn: boolean;
  /** The closings of the month right before, where that month is closed: the openings follow from them. */
  readonly closed?: readonly ClosedBalance[];
  readonly counts?: readonly RecordCount[];
}
