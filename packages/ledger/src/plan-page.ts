import type { Filing, RecordInput } from "./record.js";

/** A record as the ledger has it before the page: its latest revision. */
export interface KnownRecord {
  readonly id: number;
  readonly number: number;
  readonly sha256: string;
  readonly lastSeenAt: number;
}

/** A record that can be stored, with its posting in milliseconds. */
export interface CheckedRecord extends Omit<RecordInput, "occurredAt"> {
  readonly occurredAtMs: number;
}

/** A revision to add; the record's `sourceId` says whose. */
export interface NewRevision {
  readonly record: CheckedRecord;
  readonly number: number;
  /** First and last seen, in milliseconds. */
  readonly seenAt: number;
}

/** What storing a page of one list does to the ledger. */
export interface PagePlan {
  /** In the page's order. */
  readonly filings: readonly Filing[];
  /** Source ids of records not known before. */
  readonly newRecords: ReadonlySet<string>;
  readonly newRevisions: readonly NewRevision[];
  /** Known revisions that were seen again. */
  readonly seen: readonly KnownRecord[];
}

/**
 * Compares a page with what is known of its records, in the page's order: the same record may stand in it twice, even in
 * two states. A new revision is first seen at `now`, but never before its predecessor was last seen.
 */
export function planPage(
  records: readonly CheckedRecord[],
  known: ReadonlyMap<string, KnownRecord>,
  now: number,
): PagePlan {
  const filings: Filing[] = [];
  const newRecords = new Set<string>();
  const newRevisions: NewRevision[] = [];
  const seen = new Set<KnownRecord>();
  const latest = new Map<string, Pick<NewRevision, "number" | "seenAt"> & { readonly sha256: string }>();

  for (const record of records) {
    const { sourceId, sha256 } = record;
    const before = known.get(sourceId);
    const current =
      latest.get(sourceId) ??
      (before && { number: before.number, sha256: before.sha256, seenAt: Math.max(now, before.lastSeenAt) });
    if (current?.sha256 === sha256) {
      filings.push("unchanged");
      if (before !== undefined && current.number === before.number) seen.add(before);
      continue;
    }
    filings.push(current === undefined ? "added" : "changed");
    const revision = { number: (current?.number ?? 0) + 1, seenAt: current?.seenAt ?? now };
    latest.set(sourceId, { ...revision, sha256 });
    newRevisions.push({ record, ...revision });
    if (before === undefined) newRecords.add(sourceId);
  }
  return { filings, newRecords, newRevisions, seen: [...seen] };
}
