import PgBoss from "pg-boss";
import { OutputError } from "../spendbook-error.js";

/** An account's turn in a round of collecting. */
export interface Turn {
  readonly id: string;
  /** `provider/account`. */
  readonly account: string;
}

/** The accounts that are still to be collected, shared by every worker on the same PostgreSQL. */
export interface WorkQueue {
  /** Puts accounts in, unless a round is under way: then they are in it already. */
  fill(accounts: readonly string[]): Promise<void>;
  /** Takes an account that nobody else has; null where none is left to take now. */
  take(): Promise<Turn | null>;
  /** The account's turn is over. */
  finish(turn: Turn): Promise<void>;
  /** Gives the account back, to be taken again after a while. */
  giveBack(turn: Turn): Promise<void>;
  /** How many accounts wait or are at work, anywhere. */
  size(): Promise<number>;
  close(): Promise<void>;
}

export interface WorkQueueLimits {
  /** After how many seconds a turn that did not end is offered to others; the account's lock keeps two from working. */
  readonly turnSeconds: number;
  /** After how many seconds an account that was given back is offered again. */
  readonly retrySeconds: number;
}

export const workQueueLimits: WorkQueueLimits = { turnSeconds: 60, retrySeconds: 15 };

const name = "collect";
/** More often than any round needs: an account must not be lost because it was offered in vain. */
const offers = 100_000;

/** Opens the queue in the ledger's database, in a schema of its own. Throws `OutputError`. */
export async function openWorkQueue(url: string, limits: WorkQueueLimits = workQueueLimits): Promise<WorkQueue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: "spendbook_queue",
    max: 4,
    schedule: false,
    supervise: true,
  });
  // What breaks is thrown by the next call as well.
  boss.on("error", () => {});
  const queue = {
    name,
    policy: "stately" as const,
    retryLimit: offers,
    retryDelay: limits.retrySeconds,
    expireInSeconds: limits.turnSeconds,
  };
  try {
    await boss.start();
    await ensureQueue(boss, queue);
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw new OutputError("the queue could not be opened in the ledger's database; may its user create a schema?", {
      cause,
    });
  }
  const size = () => boss.getQueueSize(name, { before: "completed" });
  return {
    async fill(accounts) {
      if ((await size()) > 0) return;
      await boss.insert(accounts.map((account) => ({ name, data: { account }, singletonKey: account })));
    },
    async take() {
      const [job] = await boss.fetch<{ account: string }>(name);
      return job === undefined ? null : { id: job.id, account: job.data.account };
    },
    finish: ({ id }) => boss.complete(name, id),
    giveBack: ({ id }) => boss.fail(name, id),
    async size() {
      // Turns of a worker that died come back.
      await boss.expire();
      return size();
    },
    close: () => boss.stop({ graceful: false, wait: true }),
  };
}

/** Workers that begin together get in each other's way while one of them makes the queue's table. */
async function ensureQueue(boss: PgBoss, queue: PgBoss.Queue, tries = 5): Promise<void> {
  if ((await boss.getQueue(name)) !== null) return boss.updateQueue(name, queue);
  try {
    await boss.createQueue(name, queue);
  } catch (error) {
    if (tries === 0) throw error;
    await ensureQueue(boss, queue, tries - 1);
  }
}
