import type { Bucket } from "./ledger-entry.js";
import type { ProviderId } from "./record.js";

/**
 * How a balance at a month's edge is known. `snapshot`: the provider stated it, and nothing moved between then and the
 * edge. `rolled-back`, `rolled-forward`: a later or earlier statement of it, less or plus what moved between.
 * `ledger-sum`: the sum of all records. `closed-statement`: the closing of the month before, which is closed.
 */
export type EvidenceMethod = "snapshot" | "rolled-back" | "rolled-forward" | "ledger-sum" | "closed-statement";

/** What an opening or closing rests on. Amounts are exact decimal strings in the wallet's currency. */
export interface Evidence {
  readonly method: EvidenceMethod;
  /**
   * The balance as the provider stated it, or as the closed statement has it; and the UTC instant at which the provider
   * was asked. Null where none was used.
   */
  readonly balance: string | null;
  readonly takenAt: string | null;
  /** What the entries between that instant and the edge sum to, in the order of time; null where none were needed. */
  readonly moved: string | null;
  /** The entries that were used: between the instant and the edge, or all of them. */
  readonly entries: number;
}

/** The roll-forward of one part of a wallet; null where the provider does not say which part moved. */
export interface BucketStatement {
  readonly bucket: Bucket;
  readonly opening: string | null;
  readonly moneyIn: string | null;
  readonly moneyOut: string | null;
  readonly unexplained: string | null;
  readonly closing: string | null;
}

/**
 * A comparison of two independent figures. `records-and-balance`: all records against the provider's balance.
 * `opening-and-closing`: two balances against the entries between. `credits-and-balance`: the same in the wallet's own
 * credits. `credit-chain`: each transaction's balance before against the one after the transaction before it.
 * `buckets-and-balance`: the parts against the whole. `search-and-account`: the provider's two lists of usage.
 * `lists-and-total`: usage by resource against the account's whole. `records-and-count`: the records held against the number that the provider reports.
 */
export type CheckName =
  | "records-and-balance"
  | "opening-and-closing"
  | "credits-and-balance"
  | "credit-chain"
  | "buckets-and-balance"
  | "search-and-account"
  | "lists-and-total"
  | "records-and-count";

export interface Check {
  readonly name: CheckName;
  /** The provider's figure and ours, decimal strings in `unit`; null where one is missing. */
  readonly stated: string | null;
  readonly found: string | null;
  /** stated − found; null where one is missing. */
  readonly difference: string | null;
  /** A currency, `credits` or `records`. */
  readonly unit: string;
  /** `explained`: they differ for a reason that is documented, which the note gives. */
  readonly outcome: "agrees" | "explained" | "differs" | "missing";
  /** What it means, and short of `agrees` what is missing and how to get it. */
  readonly note: string;
}

/** What a wallet held at the end of a local day, and what came in during it. */
export interface BalanceDay {
  readonly date: string;
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly balance: string;
  /** Top-ups and grants of the day. */
  readonly moneyIn: string;
}
