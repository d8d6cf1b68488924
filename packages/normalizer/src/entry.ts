import type { Big } from "big.js";
import type { Bucket, EntryKind, LedgerEntry } from "./ledger-entry.js";
import type { Money } from "./money.js";
import type { Period } from "./month.js";
import type { Revision, SourceRecord } from "./record.js";

/** What moved: a signed amount, or a figure of which only the size is known. */
export interface Movement {
  readonly kind: EntryKind;
  readonly amount: Big | null;
  readonly unsignedAmount: Big | null;
}

export function moved(kind: EntryKind, amount: Big): Movement {
  return { kind, amount, unsignedAmount: null };
}

/** A movement whose direction the mapping does not know. */
export function ofUnknownSign(unsignedAmount: Big): Movement {
  return { kind: "unclassified", amount: null, unsignedAmount };
}

/** What a mapping read from a record; null where the provider does not say. */
export interface EntryDraft {
  /** `recordIdOf` the record, with `#…` where it gives several entries. */
  readonly id: string;
  readonly movement: Movement;
  readonly currency: string;
  readonly postedAt: string;
  readonly chargePeriod: Period | null;
  readonly bucket?: Bucket | null;
  readonly service: string | null;
  readonly resource: string | null;
  readonly keyName?: string | null;
  readonly description: string;
  /** In the wallet's credits. */
  readonly credits: string | null;
  readonly creditBalances?: LedgerEntry["creditBalances"];
  readonly listAmount: Big | null;
  readonly estimated: boolean;
}

/** `provider/account/source id`: the stable name of a record, and of its entry where it has one. */
export function recordIdOf(record: SourceRecord): string {
  return `${record.provider}/${record.account}/${record.sourceId}`;
}

export function createEntry(record: SourceRecord, revision: Revision, draft: EntryDraft): LedgerEntry {
  const { currency, movement, creditBalances } = draft;
  const entry: LedgerEntry = {
    id: draft.id,
    provider: record.provider,
    account: record.account,
    wallet: record.wallet,
    kind: movement.kind,
    amount: inCurrency(movement.amount, currency),
    unsignedAmount: inCurrency(movement.unsignedAmount, currency),
    currency,
    postedAt: draft.postedAt,
    chargePeriod: draft.chargePeriod,
    bucket: draft.bucket ?? null,
    service: draft.service,
    resource: draft.resource,
    keyName: draft.keyName ?? null,
    description: draft.description,
    quantity: draft.credits,
    unit: draft.credits === null ? null : "credits",
    listAmount: inCurrency(draft.listAmount, currency),
    estimated: draft.estimated,
    corrects: null,
    origin: {
      endpoint: record.endpoint,
      sourceId: record.sourceId,
      revision: revision.number,
      sha256: revision.sha256,
    },
  };
  // Not spread into the literal: an object of one fixed form is made several times faster.
  return creditBalances === undefined ? entry : { ...entry, creditBalances };
}

function inCurrency(amount: Big | null, currency: string): Money | null {
  return amount === null ? null : { amount, currency };
}

/** The newest state of a record. */
export function latestRevision(record: SourceRecord): Revision {
  return record.revisions[record.revisions.length - 1] ?? record.revisions[0];
}
