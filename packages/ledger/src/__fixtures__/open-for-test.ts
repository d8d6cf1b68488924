import { onTestFinished } from "vitest";
import type { Ledger } from "../ledger.js";
import { type LedgerOptions, openLedgerOn } from "../open-ledger.js";
import type { SqliteThreads } from "../sqlite/sqlite-threads.js";

let threads: SqliteThreads | undefined;

/** From here on, this test file works on SQLite files of any size on threads, up to four readings at once. */
export function workOnThreads(): void {
  threads = { readFrom: 0, readersAtMost: 4, writeAfter: 0 };
}

/** A ledger that is closed when the test has finished. */
export async function openForTest(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const ledger = await openLedgerOn(location, { lockTimeoutMs: 0, ...options }, threads);
  onTestFinished(() => ledger.close());
  return ledger;
}
