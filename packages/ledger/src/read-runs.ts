import type { Query } from "./database.js";
import { toInstant } from "./instant.js";
import type { RunFilter } from "./ledger.js";
import type { AccountRow } from "./read-accounts.js";
import type { RunStatus, StoredRun } from "./run.js";

const runsAtOnce = 250;

interface RunRow {
  readonly number: number;
  readonly status: RunStatus;
  readonly reason: string | null;
  readonly started_at: number;
  readonly active_at: number;
  readonly finished_at: number | null;
  readonly requests: number | null;
  readonly passes: number | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly cursor: string;
  readonly host: string;
  readonly pid: number;
}

const columns = `number, status, reason, started_at, active_at, finished_at, requests, passes, added, changed, unchanged,
  cursor, host, pid`;

/** One account's runs by number. */
export async function* readRuns(query: Query, account: AccountRow): AsyncGenerator<StoredRun> {
  for (let last = 0; ; ) {
    const rows = await query<RunRow>(
      `SELECT ${columns} FROM spendbook.run WHERE account_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
      [account.id, last, runsAtOnce],
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      last = row.number;
      yield toRun(account, row);
    }
  }
}

/** An account's newest run that `which` lets through, or null. */
export async function readLastRun(
  query: Query,
  account: AccountRow,
  { ended = false, through = Number.MAX_SAFE_INTEGER }: RunFilter = {},
): Promise<StoredRun | null> {
  const [row] = await query<RunRow>(
    `SELECT ${columns} FROM spendbook.run WHERE account_id = $1 AND number <= $2${ended ? " AND status <> 'running'" : ""}
     ORDER BY number DESC LIMIT 1`,
    [account.id, through],
  );
  return row === undefined ? null : toRun(account, row);
}

function toRun({ provider, account }: AccountRow, row: RunRow): StoredRun {
  const { started_at, active_at, finished_at, cursor, ...rest } = row;
  return {
    provider,
    account,
    ...rest,
    startedAt: toInstant(started_at),
    activeAt: toInstant(active_at),
    finishedAt: finished_at === null ? null : toInstant(finished_at),
    cursor: JSON.parse(cursor),
  };
}
