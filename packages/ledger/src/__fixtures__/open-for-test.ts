import { onTestFinished } from "vitest";
import type { Ledger } from "../ledger.js";
import { type LedgerOptions, openLedger } from "../open-ledger.js";

/** A ledger that is closed when the test has finished. */
export async function openForTest(location: string, options: LedgerOptions = {}): Promise<Ledger> {
  const ledger = await openLedger(location, { lockTimeoutMs: 0, ...options });
  onTestFinished(() => ledger.close());
  return ledger;
}
