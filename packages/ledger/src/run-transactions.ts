import type { BegunRun } from "./begin-run.js";
import type { Query } from "./database.js";
import { LedgerError } from "./ledger-error.js";

/** How often a run gives a sign of life while it stores nothing, in milliseconds. */
const heartbeatEvery = 10_000;

export interface RunTransactions {
  /** Runs the work in a transaction that is only committed while the run still holds its account. */
  transact<T>(work: (query: Query, now: number) => Promise<T>): Promise<T>;
  /** Lets go of the account; every later transaction throws `run_finished`. */
  release(): Promise<void>;
}

/** The transactions of a run under way, with signs of life between them. */
export function createRunTransactions({ lock, runId }: BegunRun, clock: () => Date): RunTransactions {
  let released = false;

  const transact = <T>(work: (query: Query, now: number) => Promise<T>): Promise<T> =>
    lock.transact(async (query) => {
      if (released) throw new LedgerError("run_finished", "the collection run has ended: begin another");
      const now = clock().getTime();
      await giveSignOfLife(query, runId, now);
      return work(query, now);
    });

  const heartbeat = setInterval(() => {
    // What is wrong, the next call will say.
    transact(async () => {}).catch(() => {});
  }, heartbeatEvery);
  heartbeat.unref();

  const release = async () => {
    clearInterval(heartbeat);
    if (released) return;
    released = true;
    await lock.release();
  };
  return { transact, release };
}

/** In PostgreSQL this also locks the run's row: whoever takes the account over waits until the page is stored whole. */
async function giveSignOfLife(query: Query, runId: number, now: number): Promise<void> {
  const rows = await query(
    `UPDATE spendbook.run SET active_at = CASE WHEN active_at < $2 THEN $2 ELSE active_at END
     WHERE id = $1 AND status = 'running' RETURNING id`,
    [runId, now],
  );
  if (rows.length === 0)
    throw new LedgerError(
      "run_taken_over",
      "another collector took the account over, because this one gave no sign of life: what it stored is kept; run again",
    );
}
