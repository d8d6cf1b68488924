import type { ClosingInput, ReopeningInput, StoredClosing } from "./closing.js";
import type { CollectionRun } from "./collection-run.js";
import type { AccountKey, StoredRecord } from "./record.js";
import type { StoredRun } from "./run.js";
import type { StoredSnapshot } from "./snapshot.js";

/** Narrows a reading; left out, all are read. */
export interface AccountFilter {
  readonly provider?: string;
  readonly account?: string;
}

/** Narrows which run is an account's last. */
export interface RunFilter {
  /** True leaves out a run that is still under way. */
  readonly ended?: boolean;
  /** Leaves out later runs than this number. */
  readonly through?: number;
}

export interface ExportOptions {
  /**
   * False leaves out what depends on when and in how many runs the ledger was filled: runs, closings, seen times, and
   * snapshots equal to the one before. What remains is the same, byte for byte, however often a collection was interrupted.
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
  /** As `records`, in lots of one account as they are read, some of them empty: a wait for each lot instead of each record. */
  recordLots(filter?: AccountFilter): AsyncIterable<readonly StoredRecord<Provider>[]>;
  /** Balance snapshots, by provider, account, wallet, endpoint, takenAt: each wallet's in the order of time. */
  snapshots(filter?: AccountFilter): AsyncIterable<StoredSnapshot<Provider>>;
  /** Collection runs, by provider, account, number. */
  runs(filter?: AccountFilter): AsyncIterable<StoredRun<Provider>>;
  /** The account's newest run, running or not, with the cursor that the next one resumes from; null where there is none. */
  lastRun(account: AccountKey<Provider>, filter?: RunFilter): Promise<StoredRun<Provider> | null>;
  /** Every closing ever made, those of reopened months too, by `sequence`. */
  closings(): Promise<readonly StoredClosing<Provider>[]>;
  /** Records by the provider's own id, in the order of `records`; several where wallets or lists share an id. */
  recordsOf(sourceId: string, filter?: AccountFilter): AsyncIterable<StoredRecord<Provider>>;
  /** Ids that begin with `prefix`, in the order of their bytes, `limit` at most; empty where none does. */
  sourceIds(prefix: string, limit: number, filter?: AccountFilter): Promise<readonly string[]>;
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
  /**
   * Puts on record that a month is closed. Throws `LedgerError` `closing_conflict`, and stores nothing, where `after` or
   * `sequence` are not what the ledger holds, because another process closed or reopened a month since they were read.
   */
  closeMonth(closing: ClosingInput<Provider>): Promise<void>;
  /** Puts on record that the newest closed month is open again. Throws `LedgerError` `closing_conflict` on any other. */
  reopenMonth(reopening: ReopeningInput): Promise<void>;
  /** Releases everything. A run that has not finished is marked `interrupted`. Calling it twice is fine. */
  close(): Promise<void>;
}
