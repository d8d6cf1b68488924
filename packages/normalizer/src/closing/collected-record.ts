import type { Revision, SourceRecord } from "../record.js";

/** One state of a record, with the number of the account's collection run that brought it. */
export interface CollectedRevision extends Revision {
  readonly run: number;
}

/** A record that knows when each of its states was collected. */
export interface CollectedRecord extends SourceRecord {
  readonly revisions: readonly [CollectedRevision, ...CollectedRevision[]];
}

/** The record as it was known after a run; null where it was not known yet. */
export function recordAt<Known extends CollectedRecord>(record: Known, run: number): Known | null {
  const newest = record.revisions[record.revisions.length - 1];
  if (newest !== undefined && newest.run <= run) return record;
  const [first, ...later] = record.revisions.filter((revision) => revision.run <= run);
  return first === undefined ? null : { ...record, revisions: [first, ...later] };
}
