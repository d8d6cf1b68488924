import { createLedger } from "./create-ledger.js";
import type { Ledger } from "./ledger.js";
import { openDatabase } from "./open-database.js";
import { migrate } from "./schema/migrate.js";
import type { SqliteThreads } from "./sqlite/sqlite-threads.js";

export interface LedgerOptions {
  /** Tells the time at which something was seen; default: the system's. It may jump. */
  readonly clock?: () => Date;
  /** How long `beginRun` waits for another collector of the account, in milliseconds; default 30,000. */
  readonly lockTimeoutMs?: number;
  /** How long to wait for the server, or for another program that has the file locked, in milliseconds; default 10,000. */
  readonly databaseTimeoutMs?: number;
}

/**
 * Opens a ledger: a file (SQLite), made where there is none, or a `postgres://` or `postgresql://` URL. Brings an older
 * schema up to date. `Provider` narrows what the ledger takes and gives to the providers that the program knows; it is
 * not checked against what older runs stored. Throws `LedgerError`.
 */
export async function openLedger<Provider extends string = string>(
  location: string,
  options: LedgerOptions = {},
): Promise<Ledger<Provider>> {
  return (await openLedgerOn(location, options)) as Ledger<Provider>;
}

/** As `openLedger`, where `threads` says when other threads work on an SQLite file. */
export async function openLedgerOn(location: string, options: LedgerOptions, threads?: SqliteThreads): Promise<Ledger> {
  const { clock = () => new Date(), lockTimeoutMs = 30_000, databaseTimeoutMs = 10_000 } = options;
  const database = await openDatabase(location, databaseTimeoutMs, threads);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return createLedger(database, clock, lockTimeoutMs);
}
