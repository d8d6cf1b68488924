import type { BegunRun } from "./begin-run.js";
import { checkRecord, checkSnapshot } from "./check-input.js";
import type { CollectionRun, ListKey, PageInput, StoredPage } from "./collection-run.js";
import { countRecords } from "./count-records.js";
import { createLots } from "./create-lots.js";
import type { Database } from "./database.js";
import { groupByList } from "./group-by-list.js";
import { toInstant } from "./instant.js";
import { listIdOf } from "./list-id.js";
import type { CheckedRecord } from "./plan-page.js";
import type { Filing } from "./record.js";
import type { RunResult } from "./run.js";
import { createRunTransactions } from "./run-transactions.js";
import type { SnapshotInput } from "./snapshot.js";
import { type FiledRecord, storePage } from "./store-page.js";

/** Pages stored in one transaction, where so many wait; another process waits as long for its turn. */
const pagesAtOnce = 16;

/** A page that can be stored. */
interface CheckedPage {
  readonly records: readonly CheckedRecord[];
  /** JSON text, or null where the last one stays. */
  readonly cursor: string | null;
}

/** A run that its ledger can end. */
export interface OpenRun extends CollectionRun {
  /** Marks the run interrupted, where that is still possible, and lets go of the account. */
  interrupt(): Promise<void>;
}

/** The run that was begun; `onEnd` is told once it has let go of its account. */
export function createRun(database: Database, begun: BegunRun, clock: () => Date, onEnd: () => void): OpenRun {
  const { accountId, runId } = begun;
  const { transact, finish, release } = createRunTransactions(begun, clock);
  /** Lists that are certainly on record. */
  const listIds = new Map<string, number>();

  const storeLot = async (take: () => readonly CheckedPage[]): Promise<readonly StoredPage[]> => {
    const found = new Map<string, number>();
    const { pages, filed } = await transact(async (query, now) => {
      const pages = take();
      const filed: FiledRecord[] = [];
      const lists = groupByList(pages.flatMap(({ records }) => records));
      for (const [key, { name, records, positions }] of lists) {
        const listId = listIds.get(key) ?? (await listIdOf(query, accountId, name));
        found.set(key, listId);
        const stored = await storePage(query, { accountId, listId, runId }, records, now);
        for (const [index, record] of stored.entries()) filed[positions[index] as number] = record;
      }
      const { added, changed, unchanged } = countFilings(filed);
      const cursor = pages.findLast((page) => page.cursor !== null)?.cursor ?? null;
      await query(
        `UPDATE spendbook.run SET added = added + $2, changed = changed + $3, unchanged = unchanged + $4,
           cursor = COALESCE($5, cursor) WHERE id = $1`,
        [runId, added, changed, unchanged, cursor],
      );
      return { pages, filed };
    });
    for (const [key, id] of found) listIds.set(key, id);
    let next = 0;
    return pages.map(({ records }) => {
      const own = filed.slice(next, next + records.length);
      next += records.length;
      return { ...countFilings(own), filings: own.map(({ filing }) => filing), ids: own.map(({ id }) => id) };
    });
  };
  // A commit costs as much as a page or two.
  const inLots = createLots(storeLot, pagesAtOnce);

  const store = async ({ records, cursor }: PageInput): Promise<StoredPage> =>
    inLots({
      records: records.map((record) => ({ ...record, occurredAtMs: checkRecord(record) })),
      cursor: toText(cursor),
    });

  const storeSnapshot = async (snapshot: SnapshotInput): Promise<void> => {
    const takenAt = checkSnapshot(snapshot);
    await transact(async (query) => {
      const listId = await listIdOf(query, accountId, snapshot);
      await query(
        "INSERT INTO spendbook.snapshot (list_id, run_id, sha256, body, taken_at) VALUES ($1, $2, $3, $4, $5)",
        [listId, runId, snapshot.sha256, snapshot.body, takenAt],
      );
    });
  };

  const end = async (status: string, result: Partial<RunResult>): Promise<void> => {
    await finish((query) =>
      query(
        `UPDATE spendbook.run SET status = $2, reason = $3, finished_at = active_at, requests = $4, passes = $5,
           cursor = COALESCE($6, cursor) WHERE id = $1`,
        [runId, status, result.reason ?? null, result.requests ?? null, result.passes ?? null, toText(result.cursor)],
      ),
    );
    onEnd();
  };

  return {
    number: begun.number,
    startedAt: toInstant(begun.startedAt),
    cursor: JSON.parse(begun.cursor),
    storePage: store,
    storeSnapshot,
    countRecords: (list: ListKey) => countRecords(database, accountId, list),
    finish: (result) => end(result.status, result),
    interrupt: () => end("interrupted", {}).catch(release),
  };
}

function countFilings(records: readonly FiledRecord[]): Record<Filing, number> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { filing } of records) counts[filing] += 1;
  return counts;
}

function toText(cursor: PageInput["cursor"]): string | null {
  return cursor === undefined ? null : JSON.stringify(cursor);
}
