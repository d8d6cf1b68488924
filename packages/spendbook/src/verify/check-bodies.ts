import { createHash } from "node:crypto";
import type { LedgerReader, StoredRecord } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import type { AccountName } from "../build/account-name.js";
import { canonicalJson } from "../collect/canonical-json.js";
import { accountKey } from "../config/account-key.js";
import { ReconciliationError } from "../spendbook-error.js";

/** Throws `ReconciliationError` where a state of a record is not what its hash says. */
export function checkBodies(record: StoredRecord): void {
  for (const { number, body, sha256 } of record.revisions)
    if (hashOf(body) !== sha256)
      throw new ReconciliationError(
        `the ledger's record ${accountKey(record)}/${record.sourceId} was changed: state ${number} is not what its sha256 ${sha256} says; restore the ledger from a copy`,
      );
}

/** The same for the balances of an account through a run. */
export async function checkSnapshots(
  ledger: LedgerReader<ProviderId>,
  { provider, account }: AccountName,
  through: number,
): Promise<void> {
  for await (const { wallet, takenAt, run, body, sha256 } of ledger.snapshots({ provider, account }))
    if (run <= through && hashOf(body) !== sha256)
      throw new ReconciliationError(
        `the ledger's balance of ${provider}/${account} ${wallet} at ${takenAt} was changed: it is not what its sha256 ${sha256} says; restore the ledger from a copy`,
      );
}

function hashOf(body: unknown): string {
  return createHash("sha256").update(canonicalJson(body)).digest("hex");
}
