import type { FeedRecord } from "./feed.js";

/** What filing a record did: the ledger had not seen it, had seen it otherwise, or had it like this. */
export type Filing = "added" | "changed" | "unchanged";

/** The part of the ledger that holds one list. */
export interface ListStore {
  /** Files a page whole or not at all; the answer is in the order of the records. */
  file(records: readonly FeedRecord[]): Promise<readonly Filing[]>;
  /** How many records of the list the ledger holds. */
  count(): Promise<number>;
}
