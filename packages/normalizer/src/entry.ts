import type { Big } from "big.js";
import type { EntryKind, LedgerEntry } from "./ledger-entry.js";
import type { Period } from "./month.js";
import type { Revision, SourceRecord } from "./record.js";

/** What a mapping found in a record; what the provider does not say is left out. */
export interface EntryDraft {
  readonly kind: EntryKind;
  /** With the wallet's sign; null only where the sign is unknown. */
  readonly amount: Big | null;
  readonly unsignedAmount?: Big;
  readonly currency: string;
  readonly postedAt: string;
  readonly chargePeriod?: Period | null;
  readonly service?: string | null;
  readonly resource?: string | null;
  readonly description: string;
  readonly quantity?: string | null;
  readonly unit?: string;
  readonly listAmount?: Big | null;
  readonly estimated?: boolean;
  /** What tells this entry from the others of its record, for example `#2`. */
  readonly suffix?: string;
}

/** `provider/account/source id`: the stable name of a record, and of its entry where it has one. */
export function recordIdOf(record: SourceRecord): string {
  return `${record.provider}/${record.account}/${record.sourceId}`;
}

export function createEntry(record: SourceRecord, revision: Revision, draft: EntryDraft): LedgerEntry {
  const { currency, amount, unsignedAmount, listAmount } = draft;
  const quantity = draft.quantity ?? null;
  return {
    id: recordIdOf(record) + (draft.suffix ?? ""),
    provider: record.provider,
    account: record.account,
    wallet: record.wallet,
    kind: draft.kind,
    amount: amount === null ? null : { amount, currency },
    unsignedAmount: unsignedAmount === undefined ? null : { amount: unsignedAmount, currency },
    currency,
    postedAt: draft.postedAt,
    chargePeriod: draft.chargePeriod ?? null,
    service: draft.service ?? null,
    resource: draft.resource ?? null,
    description: draft.description,
    quantity,
    unit: quantity === null ? null : (draft.unit ?? null),
    listAmount: listAmount === undefined || listAmount === null ? null : { amount: listAmount, currency },
    estimated: draft.estimated ?? false,
    origin: {
      endpoint: record.endpoint,
      sourceId: record.sourceId,
      revision: revision.number,
      sha256: revision.sha256,
    },
  };
}

/** The newest state of a record. */
export function latestRevision(record: SourceRecord): Revision {
  return record.revisions[record.revisions.length - 1] ?? record.revisions[0];
}
