import type { StoredPage } from "@spendbook/ledger";
import type { FeedRecord } from "./feed.js";

/** The part of the ledger that holds one list. */
export interface ListStore {
  /**
   * Files a page whole or not at all; the answers are in the order of the records. `resumeAt`, kept with it, is the first
   * page that a later run has to read if this one ends here.
   */
  file(records: readonly FeedRecord[], resumeAt: number): Promise<Pick<StoredPage, "filings" | "ids">>;
  /** How many records of the list the ledger holds. */
  count(): Promise<number>;
}
