import type { Basis, ClosedBalance, Cut, Statement, StatementNumber, Warning } from "@spendbook/normalizer";
import type { BooksPolicy } from "../books/books-policy.js";
import type { AccountName } from "./account-name.js";

/** What a statement takes of one account. */
export interface PlannedAccount extends AccountName {
  /** The number of the newest collection run that is read, one that had ended; 0 where there was none. */
  readonly run: number;
  /** The closings before the statement's month, oldest first: what later runs brought for them are corrections. */
  readonly cuts: readonly Cut[];
  /** What the wallets held at the end of the month before, where that is closed; else null. */
  readonly closed: readonly ClosedBalance[] | null;
}

/**
 * All that decides a statement beside the ledger, as plain data: a ledger only grows, so that the same plan gives the
 * same statement at any later time.
 */
export interface StatementPlan {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
  readonly status: Statement["status"];
  readonly numbers: readonly StatementNumber[];
  readonly accounts: readonly PlannedAccount[];
  readonly books: BooksPolicy;
  /** What the statement says besides what its records say. */
  readonly warnings: readonly Warning[];
}
