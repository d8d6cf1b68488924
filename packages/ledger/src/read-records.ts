import type { Snapshot } from "./database.js";
import { createInstantMemory } from "./instant.js";
import { LedgerError } from "./ledger-error.js";
import type { LotQuery } from "./lot-query.js";
import { type AccountRow, readLists, readRunNumbers } from "./read-accounts.js";
import type { StoredRecord, StoredRevision } from "./record.js";
import { createTieBreaker } from "./tie-breaker.js";

/** Revisions read at once: enough to make the query's own cost small, few enough for large bodies and for the garbage collector. */
const revisionsAtOnce = 150;

/** What `sql` asks for before the body. */
type RevisionRow = readonly [
  listId: number,
  sourceId: string,
  occurredAt: number,
  number: number,
  runId: number,
  sha256: string,
  firstSeenAt: number,
  lastSeenAt: number,
];

type GrowingRecord = StoredRecord & { readonly revisions: StoredRevision[] };

/**
 * One account's records by occurredAt, sourceId, wallet and endpoint, in lots, some of them empty; their bodies as
 * values, or as the JSON texts that came.
 */
export async function* readRecords(
  { query, lots }: Snapshot,
  { id, provider, account }: AccountRow,
  bodies: "values" | "texts",
): AsyncGenerator<readonly StoredRecord[]> {
  const lists = new Map((await readLists(query, id)).map(({ id, ...name }) => [id, name]));
  const rank = new Map([...lists.values()].map(({ wallet, endpoint }, index) => [`${wallet}\0${endpoint}`, index]));
  const rankOf = ({ wallet, endpoint }: StoredRecord) => rank.get(`${wallet}\0${endpoint}`) ?? 0;
  const runs = await readRunNumbers(query, id);
  const [occurred, firstSeen, lastSeen] = [createInstantMemory(), createInstantMemory(), createInstantMemory()];

  const toRevision = (row: RevisionRow, body: unknown): StoredRevision => ({
    number: row[3],
    run: runs.get(row[4]) ?? 0,
    body,
    sha256: row[5],
    firstSeenAt: firstSeen(row[6]),
    lastSeenAt: lastSeen(row[7]),
  });
  const toRecord = (row: RevisionRow, revision: StoredRevision): GrowingRecord => {
    const { wallet, endpoint } = lists.get(row[0]) ?? { wallet: "", endpoint: "" };
    const revisions: [StoredRevision] = [revision];
    return { provider, account, wallet, endpoint, sourceId: row[1], occurredAt: occurred(row[2]), revisions };
  };

  // The database orders these by their lists' numbers, which tell of the collecting.
  const ties = createTieBreaker<StoredRecord>(
    (a, b) => a.sourceId === b.sourceId && a.occurredAt === b.occurredAt,
    (a, b) => rankOf(a) - rankOf(b),
  );
  let current: GrowingRecord | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  for await (const lot of lots<RevisionRow>(revisionsOf(id, bodies))) {
    const records: StoredRecord[] = [];
    let index = 0;
    for (const row of lot.rows) {
      const revision = toRevision(row, lot.bodies[index]);
      index += 1;
      // What is read next begins after the last row: out of order, rows would be lost or read twice.
      if (row[2] < latest) throw new LedgerError("ledger_failed", "the database gave records out of order: report it");
      latest = row[2];
      // A record's revisions stand together, oldest first; the last record of a lot is kept back and may get more.
      if (current === null || row[3] === 1) {
        current = toRecord(row, revision);
        records.push(current);
      } else current.revisions.push(revision);
    }
    yield ties.push(records);
  }
  yield ties.rest();
}

/** Both engines give this order by following two indexes, without sorting. */
const sql = `
  SELECT record.list_id, record.source_id, record.occurred_at, revision.number, revision.run_id, revision.sha256,
    revision.first_seen_at, revision.last_seen_at, revision.body
  FROM spendbook.record AS record JOIN spendbook.revision AS revision ON revision.record_id = record.id
  WHERE record.account_id = $1 AND (record.occurred_at, record.source_id, record.list_id) >= ($2, $3, $4)
    AND (revision.number > $5 OR (record.occurred_at, record.source_id, record.list_id) <> ($2, $3, $4))
  ORDER BY record.occurred_at, record.source_id, record.list_id, revision.number LIMIT $6`;

const revisionsOf = (accountId: number, bodies: "values" | "texts"): LotQuery => ({
  sql,
  columns: ["list_id", "source_id", "occurred_at", "number", "run_id", "sha256", "first_seen_at", "last_seen_at"],
  values: [accountId],
  start: [Number.MIN_SAFE_INTEGER, "", 0, 0],
  place: [2, 1, 0, 3],
  rowsAtOnce: revisionsAtOnce,
  bodies,
});
