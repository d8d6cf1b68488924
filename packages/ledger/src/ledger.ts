import type { CollectionRun } from "./collection-run.js";
import type { AccountKey, StoredRecord } from "./record.js";
import type { StoredRun } from "./run.js";
import type { StoredSnapshot } from "./snapshot.js";

/** Narrows a reading; left out, all are read. */
export interface AccountFilter {
  readonly provider?: string;
  readonly account?: string;
}

export interface ExportOptions {
  /**
   * False leaves out what depends on when and in how many runs the ledger was filled: runs, seen times, and snapshots
   * equal to the one before. What remains is the same, byte for byte, however often a collection was interrupted.
   */
  readonly timing?: boolean;
}

/**
 * The reading half of a ledger. Everything is streamed at flat memory, and ordered by the bytes of its text, so that
 * SQLite and PostgreSQL give the same. Throws `LedgerError`.
 */
export interface LedgerReader<Provider extends string = string> {
  /** Every account that was ever collected, by provider and account. */
  accounts(): Promise<readonly AccountKey<Provider>[]>;
  /** Records with all their revisions, by provider, account, occurredAt, sourceId, wallet, endpoint. */
  records(filter?: AccountFilter): AsyncIterable<StoredRecord<Provider>>;
  /** Balance snapshots, by provider, account, wallet, endpoint, takenAt: each wallet's in the order of time. */
  snapshots(filter?: AccountFilter): AsyncIterable<StoredSnapshot<Provider>>;
  /** Collection runs, by provider, account, number. */
  runs(filter?: AccountFilter): AsyncIterable<StoredRun<Provider>>;
  /** The account's newest run, running or not, with the cursor that the next one resumes from; null where there is none. */
  lastRun(account: AccountKey<Provider>): Promise<StoredRun<Provider> | null>;
  /** The whole ledger as lines of JSON, without line ends: the same bytes from SQLite and PostgreSQL. */
  exportLines(options?: ExportOptions): AsyncIterable<string>;
}

export interface BeginRunOptions {
  /** How long to wait for another collector of the account, in milliseconds; default: the ledger's `lockTimeoutMs`. */
  readonly lockTimeoutMs?: number;
  /** Ends the waiting; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** An open ledger. Several processes may have the same one open. */
export interface Ledger<Provider extends string = string> extends LedgerReader<Provider> {
  /**
   * Starts a collection run of one account and takes the account's collection lock: only one run of an account is under
   * way at a time, in whatever process. Other accounts are collected at the same time. A holder that was killed is
   * replaced at once, its run marked `interrupted`. Throws `LedgerError` `account_locked`, naming the holder, where
   * another run is still under way after the wait.
   */
  beginRun(account: AccountKey<Provider>, options?: BeginRunOptions): Promise<CollectionRun>;
  /**
   * Reads several things as of one instant: what collectors store meanwhile is not seen. Use it wherever records and
   * snapshots must fit together. Each single reading outside it is of one instant by itself.
   */
  read<T>(work: (view: LedgerReader<Provider>) => Promise<T>): Promise<T>;
  /** Releases everything. A run that has not finished is marked `interrupted`. Calling it twice is fine. */
  close(): Promise<void>;
}
