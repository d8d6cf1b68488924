import type { Database } from "./database.js";
import { LedgerError } from "./ledger-error.js";
import type { SqliteThreads } from "./sqlite/sqlite-threads.js";

/** Loads the engine that a location names, and no other, and connects to it; `wait` milliseconds at most. Throws `LedgerError`. */
export async function openDatabase(location: string, wait: number, threads?: SqliteThreads): Promise<Database> {
  if (/^postgres(ql)?:/i.test(location))
    return (await import("./postgres/open-postgres.js")).openPostgres(location, wait);
  if (location === "" || location.includes("\0") || location === ":memory:" || /^[a-z][a-z\d+.-]*:\/\//i.test(location))
    throw new LedgerError("invalid_location", "a ledger is a file, or a URL that begins with postgres://");
  return (await import("./sqlite/open-sqlite.js")).openSqlite(location, wait, threads);
}
