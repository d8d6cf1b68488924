import type { Query } from "./database.js";
import { toInstant } from "./instant.js";
import { type AccountRow, readLists, readRunNumbers } from "./read-accounts.js";
import type { StoredRecord, StoredRevision } from "./record.js";
import { createTieBreaker } from "./tie-breaker.js";

/** Records read at once: enough to make the query's own cost small, few enough for large bodies. */
const recordsAtOnce = 250;

interface RevisionRow {
  readonly id: number;
  readonly list_id: number;
  readonly source_id: string;
  readonly occurred_at: number;
  readonly number: number;
  readonly run_id: number;
  readonly sha256: string;
  readonly body: string;
  readonly first_seen_at: number;
  readonly last_seen_at: number;
}

/** A record whose list is known by its number only. */
interface ListedRecord {
  readonly first: RevisionRow;
  readonly revisions: [StoredRevision, ...StoredRevision[]];
}

/** One account's records by occurredAt, sourceId, endpoint and wallet; `parse` makes the body of its JSON text. */
export async function* readRecords(
  query: Query,
  { id, provider, account }: AccountRow,
  parse: (text: string) => unknown,
): AsyncGenerator<StoredRecord> {
  const lists = new Map((await readLists(query, id)).map((list, rank) => [list.id, { ...list, rank }]));
  const runs = await readRunNumbers(query, id);
  const rankOf = ({ first }: ListedRecord) => lists.get(first.list_id)?.rank ?? 0;
  const toRevision = (row: RevisionRow): StoredRevision => ({
    number: row.number,
    run: runs.get(row.run_id) ?? 0,
    body: parse(row.body),
    sha256: row.sha256,
    firstSeenAt: toInstant(row.first_seen_at),
    lastSeenAt: toInstant(row.last_seen_at),
  });

  // The database orders these by their lists' numbers, which tell of the collecting.
  const ties = createTieBreaker<ListedRecord>(
    (a, b) => a.first.occurred_at === b.first.occurred_at && a.first.source_id === b.first.source_id,
    (a, b) => rankOf(a) - rankOf(b),
  );
  const toRecord = ({ first, revisions }: ListedRecord): StoredRecord => {
    const { wallet = "", endpoint = "" } = lists.get(first.list_id) ?? {};
    const occurredAt = toInstant(first.occurred_at);
    return { provider, account, wallet, endpoint, sourceId: first.source_id, occurredAt, revisions };
  };

  let last: RevisionRow | null = null;
  do {
    const rows: readonly RevisionRow[] = await readRows(query, id, last);
    last = rows.at(-1) ?? null;
    for (const record of ties.push(groupByRecord(rows, toRevision))) yield toRecord(record);
  } while (last !== null);
  for (const record of ties.rest()) yield toRecord(record);
}

/** Reads on after a record, some at a time, so that no statement stays open while the rows are used. */
function readRows(query: Query, accountId: number, after: RevisionRow | null): Promise<readonly RevisionRow[]> {
  return query<RevisionRow>(
    `SELECT record.id, record.list_id, record.source_id, record.occurred_at, revision.number, revision.run_id,
       revision.sha256, revision.body, revision.first_seen_at, revision.last_seen_at
     FROM (
       SELECT id, list_id, source_id, occurred_at FROM spendbook.record
       WHERE account_id = $1 AND (occurred_at, source_id, list_id) > ($2, $3, $4)
       ORDER BY occurred_at, source_id, list_id LIMIT $5
     ) AS record JOIN spendbook.revision AS revision ON revision.record_id = record.id
     ORDER BY record.occurred_at, record.source_id, record.list_id, revision.number`,
    [
      accountId,
      after?.occurred_at ?? Number.MIN_SAFE_INTEGER,
      after?.source_id ?? "",
      after?.list_id ?? 0,
      recordsAtOnce,
    ],
  );
}

/** A record's revisions stand together, oldest first, and never in two readings. */
function groupByRecord(
  rows: readonly RevisionRow[],
  toRevision: (row: RevisionRow) => StoredRevision,
): readonly ListedRecord[] {
  const records: ListedRecord[] = [];
  for (const row of rows) {
    const current = records.at(-1);
    if (current?.first.id === row.id) current.revisions.push(toRevision(row));
    else records.push({ first: row, revisions: [toRevision(row)] });
  }
  return records;
}
