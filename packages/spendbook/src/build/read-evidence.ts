import type { LedgerReader } from "@spendbook/ledger";
import {
  type AccountEvidence,
  NormalizationError,
  type ProviderId,
  type RecordCount,
  readBalance,
  type WalletBalance,
} from "@spendbook/normalizer";
import type { AccountState } from "../collect/collect-account.js";
import type { PlannedAccount } from "./statement-plan.js";

/**
 * What the ledger knows of the collection of an account through a run: whether that run read everything, whether money
 * in could be read, every balance, and how the records compare with the providers' counts. An account that was never
 * collected is incomplete, and says so.
 */
export async function readEvidence(
  ledger: LedgerReader<ProviderId>,
  { provider, account, run: through, closed }: PlannedAccount,
): Promise<AccountEvidence> {
  const name = { provider, account };
  const run = await ledger.lastRun(name, { through });
  const balances: WalletBalance[] = [];
  const unreadable: string[] = [];
  for await (const snapshot of ledger.snapshots(name)) {
    if (snapshot.run > through) continue;
    try {
      balances.push(readBalance(snapshot));
    } catch (error) {
      if (!(error instanceof NormalizationError)) throw error;
      // An old one is replaced by those since.
      if (snapshot.run === run?.number) unreadable.push(error.message);
    }
  }
  const reason = run === null ? "it was never collected; run spendbook collect" : run.reason;
  const state = (run?.cursor ?? {}) as unknown as AccountState;
  return {
    ...name,
    complete: run?.status === "complete",
    failure: [...(reason === null ? [] : [reason]), ...new Set(unreadable)].join("; ") || null,
    collectedAt: run?.status === "complete" ? run.finishedAt : null,
    balances,
    moneyIn: Object.values(state).every(({ available }) => available),
    counts: countsOf(state),
    ...(closed !== null && { closed }),
  };
}

/** Ledgers of earlier versions kept no counts. */
function countsOf(state: AccountState): readonly RecordCount[] {
  return Object.values(state).flatMap(({ count }) => count ?? []);
}
