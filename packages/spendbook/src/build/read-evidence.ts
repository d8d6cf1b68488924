import type { LedgerReader } from "@spendbook/ledger";
import {
  type AccountEvidence,
  NormalizationError,
  type ProviderId,
  readBalance,
  type WalletBalance,
} from "@spendbook/normalizer";
import type { AccountState } from "../collect/collect-account.js";

/** An account as it stands on a statement. */
export interface AccountName {
  readonly provider: ProviderId;
  readonly account: string;
}

/**
 * What the ledger knows of the collection of an account: whether the last run read everything, whether money in could
 * be read, and every balance. An account that was never collected is incomplete, and says so.
 */
export async function readEvidence(ledger: LedgerReader<ProviderId>, name: AccountName): Promise<AccountEvidence> {
  const run = await ledger.lastRun(name);
  const balances: WalletBalance[] = [];
  const unreadable: string[] = [];
  for await (const snapshot of ledger.snapshots(name)) {
    try {
      balances.push(readBalance(snapshot));
    } catch (error) {
      if (!(error instanceof NormalizationError)) throw error;
      // An old one is replaced by those since.
      if (snapshot.run === run?.number) unreadable.push(error.message);
    }
  }
  const reason = run === null ? "it was never collected; run spendbook collect" : run.reason;
  return {
    ...name,
    complete: run?.status === "complete",
    failure: [...(reason === null ? [] : [reason]), ...new Set(unreadable)].join("; ") || null,
    collectedAt: run?.status === "complete" ? run.finishedAt : null,
    balances,
    moneyIn: Object.values((run?.cursor ?? {}) as unknown as AccountState).every(({ available }) => available),
  };
}
