import type { AccountEvidence } from "./account-evidence.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { LineCoding } from "./line-coding.js";
import type { NormalizationError } from "./normalization-error.js";
import type { AccountUsage } from "./providers/wavespeed-account.js";
import type { SourceRecord } from "./record.js";
import type { Basis, Statement, StatementLine, StatementNumber } from "./statement.js";

export interface StatementOptions {
  /** `YYYY-MM`. */
  readonly month: string;
  /** IANA zone whose midnight divides the months. */
  readonly timezone: string;
  readonly basis: Basis;
  /** Every account of the statement, with or without records. */
  readonly accounts: readonly AccountEvidence[];
  /** `draft` unless said otherwise. */
  readonly status?: Statement["status"];
  /** Of the accounts whose month is closed; none unless said otherwise. */
  readonly numbers?: readonly StatementNumber[];
}

/** The names of a wallet, in any currency. */
export type WalletName = Pick<SourceRecord, "provider" | "account" | "wallet">;

/** A statement in the making: entries go in one by one, in any order, and are not kept. */
export interface StatementBuilder {
  /**
   * Takes an entry of any month, with its place in the books where there is a mapping, and gives back the statement's
   * line where it belongs to this one.
   */
  add(entry: LedgerEntry, coding?: LineCoding | null): StatementLine | null;
  /** Takes a second figure for usage (WaveSpeed's account/billings): it is compared and never added. */
  crossCheck(record: WalletName, usage: AccountUsage): void;
  /** Takes the error of a record that could not be read: its wallet is then partial. */
  refuse(error: NormalizationError, record: WalletName): void;
  /** The statement of all that was added. */
  finish(): Statement;
  /**
   * The top-ups that were inferred from two balances, by time, once the statement is finished: it counts them, and
   * they belong behind the lines that `add` gave.
   */
  inferredLines(): readonly StatementLine[];
}
