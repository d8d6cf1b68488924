import { onTestFinished } from "vitest";
import type { Ledger } from "../ledger.js";
import { type LedgerOptions, openLedgerOn } from "../open-ledger.js";
import type { ReaderThreads } from "../sqlite/open-sqlite.js";

let threads: ReaderThreads | undefined;

/** From here on, this test file reads SQLite files of any size on threads, up to four at once. */
export function readOnThreads(): void {
  threads = { from: 0, atMost: 4 };
}

/** A ledger that is closed when the test has finished. */
export async function openForTest(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const ledger = await openLedgerOn(location, { lockTimeoutMs: 0, ...options }, threads);
  onTestFinished(() => ledger.close());
  return ledger;
}
