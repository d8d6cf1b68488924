import type { Query } from "./database.js";
import { toInstant } from "./instant.js";
import { type AccountRow, readLists, readRunNumbers } from "./read-accounts.js";
import type { StoredRecord, StoredRevision } from "./record.js";

interface FoundRow {
  readonly id: number;
  readonly occurred_at: number;
}

interface RevisionRow {
  readonly number: number;
  readonly run_id: number;
  readonly sha256: string;
  readonly body: string;
  readonly first_seen_at: number;
  readonly last_seen_at: number;
}

/** One account's records that have a source id: one in each list at most. */
export async function* findRecords(
  query: Query,
  { id: accountId, provider, account }: AccountRow,
  sourceId: string,
): AsyncGenerator<StoredRecord> {
  for (const { id: listId, wallet, endpoint } of await readLists(query, accountId)) {
    const [found] = await query<FoundRow>(
      "SELECT id, occurred_at FROM spendbook.record WHERE list_id = $1 AND source_id = $2",
      [listId, sourceId],
    );
    if (found === undefined) continue;
    const runs = await readRunNumbers(query, accountId);
    const rows = await query<RevisionRow>(
      `SELECT number, run_id, sha256, body, first_seen_at, last_seen_at
       FROM spendbook.revision WHERE record_id = $1 ORDER BY number`,
      [found.id],
    );
    const revisions = rows.map((row) => ({
      number: row.number,
      run: runs.get(row.run_id) ?? 0,
      body: JSON.parse(row.body) as unknown,
      sha256: row.sha256,
      firstSeenAt: toInstant(row.first_seen_at),
      lastSeenAt: toInstant(row.last_seen_at),
    }));
    const [first, ...later] = revisions;
    if (first === undefined) continue;
    const all: readonly [StoredRevision, ...StoredRevision[]] = [first, ...later];
    const occurredAt = toInstant(found.occurred_at);
    yield { provider, account, wallet, endpoint, sourceId, occurredAt, revisions: all };
  }
}

/** Sorts after every text that begins with a prefix. */
const last = "\u{10ffff}";

/** One account's source ids that begin with a prefix, by their bytes; `limit` of each list at most. */
export async function findSourceIds(
  query: Query,
  { id }: AccountRow,
  prefix: string,
  limit: number,
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const list of await readLists(query, id)) {
    const rows = await query<{ source_id: string }>(
      `SELECT source_id FROM spendbook.record
       WHERE list_id = $1 AND source_id >= $2 AND source_id < $3 ORDER BY source_id LIMIT $4`,
      [list.id, prefix, prefix + last, limit],
    );
    for (const { source_id } of rows) ids.add(source_id);
  }
  return [...ids];
}
