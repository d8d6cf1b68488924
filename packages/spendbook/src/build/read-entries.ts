import type { LedgerReader } from "@spendbook/ledger";
import {
  type LedgerEntry,
  NormalizationError,
  normalize,
  type ProviderId,
  type SourceRecord,
} from "@spendbook/normalizer";
import type { AccountName } from "./read-evidence.js";

/** An entry, or why its record gives none. */
export type ReadEntry =
  | { readonly entry: LedgerEntry }
  | { readonly refusal: NormalizationError; readonly record: SourceRecord };

/** Normalizes the records of some accounts, account by account and each in the order of posting. */
export async function* readEntries(
  ledger: LedgerReader<ProviderId>,
  accounts: readonly AccountName[],
  timezone: string,
): AsyncIterable<ReadEntry> {
  for (const account of accounts)
    for await (const record of ledger.records(account)) {
      try {
        for (const entry of normalize(record, { timezone })) yield { entry };
      } catch (error) {
        if (!(error instanceof NormalizationError)) throw error;
        yield { refusal: error, record };
      }
    }
}
