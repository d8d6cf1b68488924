import type { BegunRun } from "./begin-run.js";
import type { Query } from "./database.js";
import { isLedgerError, LedgerError } from "./ledger-error.js";

/** How often a run gives a sign of life while it stores nothing, in milliseconds. */
const heartbeatEvery = 10_000;

type Work<T> = (query: Query, now: number) => Promise<T>;

export interface RunTransactions {
  /** Runs the work in a transaction that is only committed while the run still holds its account. */
  transact<T>(work: Work<T>): Promise<T>;
  /** The last transaction: once it is committed, the account is let go. Later ones throw `run_finished`. */
  finish(work: Work<unknown>): Promise<void>;
  /** Lets go of the account without a last word. */
  release(): Promise<void>;
}

/** The transactions of a run under way, with signs of life between them. */
export function createRunTransactions({ lock, runId }: BegunRun, clock: () => Date): RunTransactions {
  let ended = false;

  const inTurn = <T>(work: Work<T>): Promise<T> =>
    lock.transact(async (query) => {
      const now = clock().getTime();
      await giveSignOfLife(query, runId, now);
      return work(query, now);
    });

  const assertOpen = () => {
    if (ended) throw new LedgerError("run_finished", "the collection run has ended: begin another");
  };

  const transact = async <T>(work: Work<T>): Promise<T> => {
    assertOpen();
    return inTurn(work);
  };

  const heartbeat = setInterval(() => {
    // What is wrong, the next call will say.
    transact(async () => {}).catch(() => {});
  }, heartbeatEvery);
  heartbeat.unref();

  const release = () => {
    ended = true;
    clearInterval(heartbeat);
    return lock.release();
  };

  const finish = async (work: Work<unknown>): Promise<void> => {
    assertOpen();
    ended = true;
    try {
      await inTurn(work);
    } catch (error) {
      // An account that was taken over is lost; what else went wrong, say a full disk, may be mended.
      if (isLedgerError(error) && error.code === "run_taken_over") await release();
      else ended = false;
      throw error;
    }
    await release();
  };

  return { transact, finish, release };
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
