import type { Ledger } from "@spendbook/ledger";
import { type AccountEvidence, type ProviderId, readBalance, type WalletBalance } from "@spendbook/normalizer";
import { accountKey } from "../config/account-key.js";

/** An account as it stands on a statement. */
export interface AccountName {
  readonly provider: ProviderId;
  readonly account: string;
}

/**
 * What the ledger knows of an account's collection: whether its last run read everything, whether money in could be
 * read, and every balance. An account that was never collected is incomplete, and says so.
 */
export async function readEvidence(ledger: Ledger, name: AccountName): Promise<AccountEvidence> {
  const run = await ledger.lastRun(name);
  const balances: WalletBalance[] = [];
  for await (const snapshot of ledger.snapshots(name)) balances.push(readBalance(snapshot as never));
  return {
    ...name,
    complete: run?.status === "complete",
    failure: run === null ? `${accountKey(name)} was never collected; run spendbook collect` : run.reason,
    collectedAt: run?.status === "complete" ? run.finishedAt : null,
    balances,
    moneyIn: true,
  };
}
