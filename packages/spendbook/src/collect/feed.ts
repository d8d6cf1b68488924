import type { ClientErrorCode } from "@spendbook/prime-intellect";

/** A record as a feed gives it: the provider's own body with what the ledger needs to file it. */
export interface FeedRecord {
  readonly wallet: string;
  readonly sourceId: string;
  /** UTC instant of the provider's posting, as it states it. */
  readonly occurredAt: string;
  readonly body: unknown;
  /** False while the provider may still change the record, for example a pending payment. */
  readonly settled: boolean;
}

/** One page, with what the provider says of the whole list. */
export interface FeedPage {
  readonly records: readonly FeedRecord[];
  /** Rows in the whole list, or null where the provider does not count. */
  readonly total: number | null;
  /** Rows that the provider says are on this very page, where it counts pages: one of none is no fault then. */
  readonly stated?: number;
  /** Whether the provider says that more rows follow this page. */
  readonly more: boolean;
}

/** One list of one account, read by page index. */
export interface FeedList {
  /** Method and path template; files the records in the ledger. */
  readonly endpoint: string;
  /** Tells the lists of an account apart, for example by wallet. */
  readonly key: string;
  /** The wallet that the list belongs to; null where the provider says so only in its answers. */
  readonly wallet: string | null;
  readonly pageSize: number;
  /**
   * `since`: the provider filters by time and sorts oldest first, so the newer part can be read for itself.
   * `whole`: it only pages, in an order that is its own.
   */
  readonly reading: "since" | "whole";
  /** The errors that mean "this account or key has no such list", which is an answer and not a failure. */
  readonly absentCodes: readonly ClientErrorCode[];
  /** Reads page `index`, from 0, of the records not older than the UTC instant `since`. Throws `ClientError`. */
  page(index: number, since: string | null): Promise<FeedPage>;
}

export interface FeedSnapshot {
  readonly wallet: string;
  readonly endpoint: string;
  readonly body: unknown;
  /** The settled balance in it: while it stands still, no record was posted. */
  readonly balance: unknown;
}

/** All that can be collected of one account. */
export interface Feed {
  readonly lists: readonly FeedList[];
  /** Asks for every wallet's balance now. Throws `ClientError`. */
  snapshots(): Promise<readonly FeedSnapshot[]>;
}
