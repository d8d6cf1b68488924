import type { JsonValue } from "./json-value.js";
import type { Filing, RecordInput } from "./record.js";
import type { RunResult } from "./run.js";
import type { SnapshotInput } from "./snapshot.js";

/** A page of records, and where to resume once they are stored. */
export interface PageInput {
  readonly records: readonly RecordInput[];
  /** Stored in the page's own transaction; left out, the last one stored stays. */
  readonly cursor?: JsonValue;
}

/** What storing a page did. */
export interface StoredPage {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What became of each record, in the page's order. */
  readonly filings: readonly Filing[];
  /** The ledger's own number of each record, in the page's order: one for each record, whole, above 0, always the same. */
  readonly ids: readonly number[];
}

/** Tells the records to count: those of an endpoint, in one wallet or in all. */
export interface ListKey {
  readonly endpoint: string;
  readonly wallet?: string;
}

/**
 * A collection run under way; it holds the account's collection lock until it is finished. Calls may overlap: they are
 * done one after the other, and pages that wait are stored together, all or none of them. Throws `LedgerError`:
 * `run_taken_over` where another collector found this one dead, `run_finished` after `finish`.
 */
export interface CollectionRun {
  /** Counts the account's runs from 1. */
  readonly number: number;
  /** UTC instant (ISO 8601 with Z). */
  readonly startedAt: string;
  /** What the runs before this one stored last, however they ended; null where nothing was. */
  readonly cursor: JsonValue;
  /**
   * Stores a page whole or not at all. A record not seen before is added; one whose sha256 differs from its latest
   * revision gets a new revision; of any other the last seen time moves. The same record may stand in a page twice.
   * Throws `LedgerError` `invalid_record`, and stores nothing, where a record cannot be kept as it is.
   */
  storePage(page: PageInput): Promise<StoredPage>;
  /** How many different records of a list the ledger holds, from all runs. */
  countRecords(list: ListKey): Promise<number>;
  /** Adds a balance snapshot. Throws `LedgerError` `invalid_record`. */
  storeSnapshot(snapshot: SnapshotInput): Promise<void>;
  /** Puts the result on record and releases the account. */
  finish(result: RunResult): Promise<void>;
}
