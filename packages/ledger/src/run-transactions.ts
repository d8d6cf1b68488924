import type { BegunRun } from "./begin-run.js";
import type { Query } from "./database.js";
import { giveSignOfLife } from "./give-sign-of-life.js";
import { isLedgerError, LedgerError } from "./ledger-error.js";
import type { PagesFiled, PagesInput } from "./store-pages.js";

/** How often a run gives a sign of life while it stores nothing, in milliseconds. */
const heartbeatEvery = 10_000;

type Work<T> = (query: Query) => Promise<T>;

/** What a run stores, but for what is known of every run. */
type RunPages = Omit<PagesInput, "accountId" | "runId" | "now">;

export interface RunTransactions {
  /** Runs the work in a transaction that is only committed while the run still holds its account. */
  transact<T>(work: Work<T>): Promise<T>;
  /** Stores pages in such a transaction; they are taken when it begins. */
  storePages(take: () => RunPages): Promise<PagesFiled>;
  /** The last transaction: once it is committed, the account is let go. Later ones throw `run_finished`. */
  finish(work: Work<unknown>): Promise<void>;
  /** Lets go of the account without a last word. */
  release(): Promise<void>;
}

/** The transactions of a run under way, with signs of life between them. */
export function createRunTransactions({ lock, accountId, runId }: BegunRun, clock: () => Date): RunTransactions {
  let ended = false;

  const inTurn = <T>(work: Work<T>): Promise<T> =>
    lock.transact(async (query) => {
      await giveSignOfLife(query, runId, clock().getTime());
      return work(query);
    });

  const assertOpen = () => {
    if (ended) throw new LedgerError("run_finished", "the collection run has ended: begin another");
  };

  const transact = async <T>(work: Work<T>): Promise<T> => {
    assertOpen();
    return inTurn(work);
  };

  const storePages = async (take: () => RunPages): Promise<PagesFiled> => {
    assertOpen();
    return lock.storePages(() => ({ ...take(), accountId, runId, now: clock().getTime() }));
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

  return { transact, storePages, finish, release };
}
