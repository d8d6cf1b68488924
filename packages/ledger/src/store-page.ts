import { checkBody } from "./check-input.js";
import type { Query } from "./database.js";
import { LedgerError } from "./ledger-error.js";
import { type CheckedRecord, type KnownRecord, type PagePlan, planPage } from "./plan-page.js";
import type { Filing } from "./record.js";
import { chunks, insertRows, placeholders } from "./rows.js";

/** The list that a page's records belong to, and the run that brings them. */
export interface PageOrigin {
  readonly accountId: number;
  readonly listId: number;
  readonly runId: number;
}

/** What became of a record, and the ledger's own number of it. */
export interface FiledRecord {
  readonly filing: Filing;
  readonly id: number;
}

/** Stores records of one list as seen at `now`, in milliseconds; the answer is in their order. */
export async function storePage(
  query: Query,
  origin: PageOrigin,
  records: readonly CheckedRecord[],
  now: number,
): Promise<readonly FiledRecord[]> {
  const known = await readKnown(query, origin.listId, new Set(records.map(({ sourceId }) => sourceId)));
  const plan = planPage(records, known, now);
  for (const { record } of plan.newRevisions) checkBody(record);
  const ids = new Map([...known].map(([sourceId, { id }]) => [sourceId, id]));
  await addRecords(query, origin, plan, ids);
  await addRevisions(query, origin, plan, ids);
  await touch(query, plan.seen, now);
  return plan.filings.map((filing, index) => ({ filing, id: idOf(ids, records[index]) }));
}

async function readKnown(
  query: Query,
  listId: number,
  sourceIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  for (const chunk of chunks([...sourceIds])) {
    const rows = await query<{ source_id: string; id: number; number: number; sha256: string; last_seen_at: number }>(
      `SELECT record.source_id, record.id, revision.number, revision.sha256, revision.last_seen_at
       FROM spendbook.record AS record JOIN spendbook.revision AS revision ON revision.record_id = record.id
       WHERE record.list_id = $1 AND record.source_id IN (${placeholders(chunk.length, 1, 2)})
         AND revision.number = (SELECT max(number) FROM spendbook.revision WHERE record_id = record.id)`,
      [listId, ...chunk],
    );
    for (const { source_id, id, number, sha256, last_seen_at } of rows)
      known.set(source_id, { id, number, sha256, lastSeenAt: last_seen_at });
  }
  return known;
}

/** Adds the new records, and their ids to `ids`. A record keeps the posting of its first state: its place in the order of reading. */
async function addRecords(query: Query, origin: PageOrigin, plan: PagePlan, ids: Map<string, number>): Promise<void> {
  const occurredAt = new Map<string, number>();
  for (const { record, number } of plan.newRevisions)
    if (number === 1) occurredAt.set(record.sourceId, record.occurredAtMs);
  for (const chunk of chunks([...plan.newRecords])) {
    const added = await query<{ id: number; source_id: string }>(
      `INSERT INTO spendbook.record (account_id, list_id, source_id, occurred_at)
       VALUES ${placeholders(chunk.length, 4)} RETURNING id, source_id`,
      chunk.flatMap((sourceId) => [origin.accountId, origin.listId, sourceId, occurredAt.get(sourceId) ?? null]),
    );
    for (const { id, source_id } of added) ids.set(source_id, id);
  }
}

async function addRevisions(
  query: Query,
  { runId }: PageOrigin,
  plan: PagePlan,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await insertRows(
    query,
    "spendbook.revision",
    ["record_id", "number", "run_id", "sha256", "body", "first_seen_at", "last_seen_at"],
    plan.newRevisions.map(({ record, number, seenAt }) => [
      idOf(ids, record),
      number,
      runId,
      record.sha256,
      record.body,
      seenAt,
      seenAt,
    ]),
  );
}

function idOf(ids: ReadonlyMap<string, number>, record: CheckedRecord | undefined): number {
  const id = record && ids.get(record.sourceId);
  if (id === undefined) throw new LedgerError("ledger_failed", "the database kept nothing: run again");
  return id;
}

async function touch(query: Query, seen: readonly KnownRecord[], now: number): Promise<void> {
  const older = seen.filter(({ lastSeenAt }) => lastSeenAt < now);
  for (const chunk of chunks(older))
    await query(
      `UPDATE spendbook.revision SET last_seen_at = $1
       FROM (VALUES ${integers(chunk.length, 2, 2)}) AS seen
       WHERE record_id = seen.column1 AND number = seen.column2`,
      [now, ...chunk.flatMap(({ id, number }) => [id, number])],
    );
}

/** Placeholders for whole numbers: without the casts PostgreSQL takes the first row's values for text. */
function integers(count: number, columns: number, first = 1): string {
  return placeholders(count, columns, first).replaceAll(/\$\d+/g, "CAST($& AS bigint)");
}
