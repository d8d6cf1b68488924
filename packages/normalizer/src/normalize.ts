import { type Calendar, calendarOf } from "./calendar.js";
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
import type { ProviderId, SourceRecord } from "./record.js";

export interface NormalizeOptions {
  /** The IANA zone whose months decide where a row that spans several is split: the statement's. */
  readonly timezone: string;
}

type Mapping = (record: SourceRecord, calendar: Calendar) => readonly LedgerEntry[];

/** By endpoint. Not one key of both names, which would be put together for every record. */
const mappings: Readonly<Record<ProviderId, ReadonlyMap<string, Mapping>>> = {
  "prime-intellect": new Map([[primeIntellectWallet, normalizePrimeIntellect]]),
  neevcloud: new Map([[neevcloudTransactions, normalizeNeevcloud]]),
  flexprice: new Map([[flexpriceTransactions, normalizeFlexprice]]),
  wavespeed: new Map([
    [wavespeedSearch, normalizeWavespeedSearch],
    [wavespeedAccount, normalizeWavespeedAccount],
  ]),
  runpod: new Map<string, Mapping>([
    ...[...runpodLists].map(
      ([endpoint, list]) =>
        [endpoint, (record: SourceRecord, calendar: Calendar) => normalizeRunpod(record, list, calendar)] as const,
    ),
    [runpodTotal, withoutEntries],
  ]),
};

/** The same money as in the lists by resource: it gives readUsageCheck a figure, and no entry. */
function withoutEntries(record: SourceRecord): readonly LedgerEntry[] {
  readRunpodTotal(record);
  return [];
}

/**
 * The ledger entries of one record: none where it moved no money, several where its states or
 * its months differ. Pure: the same record and zone give the same entries. Values that the
 * mapping does not know become `unclassified`. Throws `NormalizationError` on a record that
 * cannot be read exactly, `PeriodError` on an unknown zone.
 */
export function normalize(record: SourceRecord, options: NormalizeOptions): readonly LedgerEntry[] {
  const calendar = calendarOf(options.timezone);
  const mapping = mappings[record.provider]?.get(record.endpoint);
  if (mapping !== undefined) return mapping(record, calendar);
  throw new NormalizationError({
    code: "unknown_endpoint",
    path: "$",
    recordId: recordIdOf(record),
    problem: `there is no mapping for ${record.provider} ${record.endpoint}`,
  });
}
