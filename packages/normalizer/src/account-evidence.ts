import type { ProviderId } from "./record.js";
import type { WalletBalance } from "./wallet-balance.js";

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
}
