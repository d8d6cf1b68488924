import type { JsonValue } from "./json-value.js";
import type { AccountKey } from "./record.js";

/** What a wallet held at the end of a closed month. */
export interface ClosingWallet {
  readonly wallet: string;
  readonly currency: string;
  /** Exact decimal text, kept as it is; null where it is not known. */
  readonly balance: string | null;
  /** What else the next month begins with, say the balance's parts; kept as it is. */
  readonly detail: JsonValue;
}

/** One account's part of a closing. */
export interface ClosingAccount<Provider extends string = string> extends AccountKey<Provider> {
  /** The number of the newest run that the month was given; 0 where there was none. Later runs are not in it. */
  readonly run: number;
  /** The account's statement number, and how often that number was given to its month. */
  readonly number: number;
  readonly revision: number;
  /** The revisions of records that the month was made of, and the root over them, in lower-case hex. */
  readonly records: number;
  readonly recordsRoot: string;
  readonly wallets: readonly ClosingWallet[];
}

/** What closes a month. */
export interface ClosingInput<Provider extends string = string> {
  /** `YYYY-MM`; later than every month that is closed. */
  readonly month: string;
  /** Counts closings from 1: one more than the newest. Another collector's closing meanwhile is so found out. */
  readonly sequence: number;
  /** The newest month that is closed; null where none is. */
  readonly after: string | null;
  readonly timezone: string;
  readonly basis: string;
  /** SHA-256 of the statement, in lower-case hex. */
  readonly statementSha256: string;
  /** The version of the program that made the statement. */
  readonly version: string;
  /** What else the statement was made by, as plain data; kept as it is. */
  readonly policy: JsonValue;
  /** Why the month was closed although its statement lacks something, in words; null where it lacks nothing. */
  readonly reason: string | null;
  readonly accounts: readonly ClosingAccount<Provider>[];
}

/** A closing on record; reopening it takes nothing away. Instants are UTC (ISO 8601 with Z, milliseconds). */
export interface StoredClosing<Provider extends string = string> extends Omit<ClosingInput<Provider>, "after"> {
  readonly closedAt: string;
  /** Null while the month is closed. */
  readonly reopenedAt: string | null;
  readonly reopenReason: string | null;
}

/** What reopens a month. */
export interface ReopeningInput {
  /** `YYYY-MM`; the newest that is closed. */
  readonly month: string;
  /** Why, in words. */
  readonly reason: string;
}
