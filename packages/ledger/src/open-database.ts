import type { Database } from "./database.js";
import { LedgerError } from "./ledger-error.js";
import { openPostgres } from "./postgres/open-postgres.js";
import { openSqlite } from "./sqlite/open-sqlite.js";

/** Connects to the engine that a location names; `wait` milliseconds at most. Throws `LedgerError`. */
export async function openDatabase(location: string, wait: number): Promise<Database> {
  if (/^postgres(ql)?:/i.test(location)) return openPostgres(location, wait);
  if (location === "" || location.includes("\0") || location === ":memory:" || /^[a-z][a-z\d+.-]*:\/\//i.test(location))
    throw new LedgerError("invalid_location", "a ledger is a file, or a URL that begins with postgres://");
  return openSqlite(location, wait);
}
