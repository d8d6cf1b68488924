import type { BegunRun } from "./begin-run.js";
import { checkRecord, checkSnapshot } from "./check-input.js";
import type { CollectionRun, ListKey, PageInput, StoredPage } from "./collection-run.js";
import { countFilings } from "./count-filings.js";
import { countRecords } from "./count-records.js";
import { createLots } from "./create-lots.js";
import type { Database } from "./database.js";
import { toInstant } from "./instant.js";
import { listIdOf } from "./list-id.js";
import type { CheckedRecord } from "./plan-page.js";
import type { RunResult } from "./run.js";
import { createRunTransactions } from "./run-transactions.js";
import type { SnapshotInput } from "./snapshot.js";
import type { ListIds } from "./store-pages.js";

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
  const { transact, storePages, finish, release } = createRunTransactions(begun, clock);
  let listIds: ListIds = new Map();

  const storeLot = async (take: () => readonly CheckedPage[]): Promise<readonly StoredPage[]> => {
    let pages: readonly CheckedPage[] = [];
    const filed = await storePages(() => {
      pages = take();
      const cursor = pages.findLast((page) => page.cursor !== null)?.cursor ?? null;
      return { records: pages.flatMap(({ records }) => records), cursor, listIds };
    });
    listIds = new Map([...listIds, ...filed.listIds]);
    let next = 0;
    return pages.map(({ records }) => {
      const [from, to] = [next, next + records.length];
      next = to;
      const filings = filed.filings.slice(from, to);
      return { ...countFilings(filings), filings, ids: filed.ids.slice(from, to) };
    });
  };
  // A commit costs as much as a page or two.
  const inLots = createLots(storeLot, pagesAtOnce);

  const store = async ({ records, cursor }: PageInput): Promise<StoredPage> =>
    inLots({ records: records.map(checkRecord), cursor: toText(cursor) });

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

function toText(cursor: PageInput["cursor"]): string | null {
  return cursor === undefined ? null : JSON.stringify(cursor);
}
