import type { LedgerReader } from "@spendbook/ledger";
import { createStatement, normalize, type ProviderId, readBalance, type Statement } from "@spendbook/normalizer";
import { month } from "./workloads/month.js";

export interface FoldedLedger {
  readonly records: number;
  readonly statement: Statement;
}

/** One pass over a ledger: its records normalized and folded into the workloads' month. A record refused ends it. */
export async function foldLedger(ledger: LedgerReader<ProviderId>): Promise<FoldedLedger> {
  const accounts = [];
  for (const name of await ledger.accounts()) {
    const run = await ledger.lastRun(name);
    const balances = [];
    for await (const snapshot of ledger.snapshots(name)) balances.push(readBalance(snapshot));
    const complete = run?.status === "complete";
    accounts.push({
      ...name,
      complete,
      failure: run?.reason ?? null,
      collectedAt: complete ? run.finishedAt : null,
      balances,
      moneyIn: true,
    });
  }
  const builder = createStatement({ month, timezone: "UTC", basis: "posted", accounts });
  let records = 0;
  for await (const lot of ledger.recordLots()) {
    records += lot.length;
    for (const record of lot) for (const entry of normalize(record, { timezone: "UTC" })) builder.add(entry);
  }
  return { records, statement: builder.finish() };
}
