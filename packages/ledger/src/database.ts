import type { ReadLots } from "./lot-query.js";
import type { SchemaTerms } from "./schema/schema-terms.js";
import type { StorePages } from "./store-pages.js";

/** What a column holds; whole numbers stay within 2^53. */
export type Value = string | number | null;

/** Runs one statement in the SQL that both engines understand, with `$1`, `$2`, … for the values. */
export type Query = <Row extends object>(sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** As `Query`, with each row as the list of its columns: the quicker form where there are many. */
export type RowQuery = <Row extends readonly Value[]>(
  sql: string,
  values?: readonly Value[],
) => Promise<readonly Row[]>;

/** Runs the work in one transaction, after those before it: committed whole, or not at all where the work throws. */
export type Transact = <T>(work: (query: Query) => Promise<T>) => Promise<T>;

/** The database as of one instant, for reading only. */
export interface Snapshot {
  readonly query: Query;
  readonly lots: ReadLots;
  release(): Promise<void>;
}

/** Gives a snapshot: to look at a few rows, where nothing else is said, or to read through many. */
export type OpenSnapshot = (extent?: "few" | "many") => Promise<Snapshot>;

/** One account's lock, with the connection that its holder writes on. */
export interface AccountLock {
  /** Whether the engine itself keeps others out and frees the lock of a dead holder; else processes are asked for. */
  readonly exclusive: boolean;
  readonly transact: Transact;
  readonly storePages: StorePages;
  release(): Promise<void>;
}

/** One engine with its connections. Tables are named `spendbook.<table>` in both. Everything throws `LedgerError`. */
export interface Database {
  /** Where it is, fit to be shown: without credentials. */
  readonly place: string;
  readonly terms: SchemaTerms;
  /** Lists the tables in the ledger's name space, as `name`. */
  readonly listTables: string;
  /** Makes ready for a migration: run first in its transaction, it keeps other openers out. */
  prepareMigration(query: Query): Promise<void>;
  readonly transact: Transact;
  /** Run first in a transaction that closes or reopens a month, it keeps others from it; null where they wait anyway. */
  readonly lockClosings: string | null;
  readonly snapshot: OpenSnapshot;
  /** Null where another connection holds the lock. */
  lockAccount(accountId: number): Promise<AccountLock | null>;
  close(): Promise<void>;
}
