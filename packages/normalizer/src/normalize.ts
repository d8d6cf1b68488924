import { calendarOf } from "./calendar.js";
import { recordIdOf } from "./entry.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { NormalizationError } from "./normalization-error.js";
import { flexpriceTransactions, normalizeFlexprice } from "./providers/flexprice.js";
import { neevcloudTransactions, normalizeNeevcloud } from "./providers/neevcloud.js";
import { normalizePrimeIntellect, primeIntellectWallet } from "./providers/prime-intellect.js";
import { normalizeRunpod, runpodLists } from "./providers/runpod.js";
import { readRunpodTotal, runpodTotal } from "./providers/runpod-total.js";
import { normalizeWavespeedSearch, wavespeedSearch } from "./providers/wavespeed.js";
import { normalizeWavespeedAccount, wavespeedAccount } from "./providers/wavespeed-account.js";
import type { SourceRecord } from "./record.js";

export interface NormalizeOptions {
  /** The IANA zone whose months decide where a row that spans several is split: the statement's. */
  readonly timezone: string;
}

/**
 * The ledger entries of one record: none where it moved no money, several where its states or
 * its months differ. Pure: the same record and zone give the same entries. Values that the
 * mapping does not know become `unclassified`. Throws `NormalizationError` on a record that
 * cannot be read exactly, `PeriodError` on an unknown zone.
 */
export function normalize(record: SourceRecord, options: NormalizeOptions): readonly LedgerEntry[] {
  const calendar = calendarOf(options.timezone);
  const runpodList = record.provider === "runpod" ? runpodLists.get(record.endpoint) : undefined;
  if (runpodList !== undefined) return normalizeRunpod(record, runpodList, calendar);
  switch (`${record.provider} ${record.endpoint}`) {
    case `prime-intellect ${primeIntellectWallet}`:
      return normalizePrimeIntellect(record, calendar);
    case `neevcloud ${neevcloudTransactions}`:
      return normalizeNeevcloud(record);
    case `flexprice ${flexpriceTransactions}`:
      return normalizeFlexprice(record, calendar);
    case `wavespeed ${wavespeedSearch}`:
      return normalizeWavespeedSearch(record);
    case `wavespeed ${wavespeedAccount}`:
      return normalizeWavespeedAccount(record);
    case `runpod ${runpodTotal}`:
      // The same money as in the lists by resource: it gives readUsageCheck a figure, and no entry.
      readRunpodTotal(record);
      return [];
    default:
      throw new NormalizationError({
        code: "unknown_endpoint",
        path: "$",
        recordId: recordIdOf(record),
        problem: `there is no mapping for ${record.provider} ${record.endpoint}`,
      });
  }
}
