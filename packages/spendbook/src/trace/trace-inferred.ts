import type { LedgerReader, StoredSnapshot } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import { findRun, type TracedRun } from "./trace-record.js";

/** A balance as the provider stated it, and the run that asked for it. */
export interface TracedBalance {
  readonly takenAt: string;
  readonly endpoint: string;
  readonly sha256: string;
  readonly run: TracedRun | null;
  readonly body: unknown;
}

/** A top-up that no list shows: two balances of a wallet that rose by more than the records between account for. */
export interface TracedInferred {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly id: string;
  /** The earlier and the later one; one where the ledger has no earlier. */
  readonly balances: readonly TracedBalance[];
}

/** The balances behind an inferred line, `provider/account/inferred-<the later one's time>`; none where it is another id. */
export async function traceInferred(ledger: LedgerReader<ProviderId>, id: string): Promise<readonly TracedInferred[]> {
  const traced: TracedInferred[] = [];
  for (const name of await ledger.accounts()) {
    const prefix = `${name.provider}/${name.account}/inferred-`;
    if (!id.startsWith(prefix)) continue;
    const takenAt = id.slice(prefix.length);
    let before: StoredSnapshot<ProviderId> | null = null;
    for await (const snapshot of ledger.snapshots(name)) {
      if (snapshot.takenAt === takenAt) {
        const isPair = before?.wallet === snapshot.wallet && before.endpoint === snapshot.endpoint;
        const balances = [...(isPair && before !== null ? [before] : []), snapshot];
        const both: TracedBalance[] = [];
        for (const { takenAt, endpoint, sha256, run, body } of balances)
          both.push({ takenAt, endpoint, sha256, run: await findRun(ledger, name, run), body });
        traced.push({ ...name, wallet: snapshot.wallet, id, balances: both });
      }
      before = snapshot;
    }
  }
  return traced;
}
