import { createHash } from "node:crypto";
import PgBoss from "pg-boss";
import { accountTimeLimit } from "../collect/collection-limits.js";
import { OutputError } from "../spendbook-error.js";

/** An account's turn in a round of collecting. */
export interface Turn {
  readonly id: string;
  /** `provider/account`. */
  readonly account: string;
  /** Whether it was offered so often that nobody is waited for any longer. */
  readonly isLast: boolean;
}

/** The accounts that are still to be collected, shared by every worker on the same PostgreSQL. */
export interface WorkQueue {
  /** Begins a round of all accounts, unless one is under way; what an older round left over is part of it. */
  beginRound(): Promise<void>;
  /** Takes accounts that nobody else has, `count` at most; empty where none is left to take now. */
  take(count: number): Promise<readonly Turn[]>;
  /** The account's turn is over. */
  finish(turn: Turn): Promise<void>;
  /** Gives the account back, to be taken again after a while. */
  giveBack(turn: Turn): Promise<void>;
  /** Whether no account waits or is at work, anywhere. Turns of workers that died come back by this. */
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

export interface WorkQueueLimits {
  /** After how many seconds a turn is offered to others too; while its worker lives, the account's lock sends them away. */
  readonly turnSeconds: number;
  /** After how many seconds an account that was given back is offered again. */
  readonly retrySeconds: number;
  /** After how many offers an account that is still locked is given up. */
  readonly offers: number;
  /** For how many hours workers that come join a round instead of beginning another. */
  readonly roundHours: number;
}

const retrySeconds = 5;

export const workQueueLimits: WorkQueueLimits = {
  turnSeconds: 10,
  retrySeconds,
  // Nobody who lives has an account for so long.
  offers: Math.ceil(accountTimeLimit / 1000 / retrySeconds) + 1,
  // Rounds are daily; one that was broken off is not yesterday's.
  roundHours: 20,
};

const schema = "spendbook_queue";
/** After how many days a queue that no worker came to is removed. */
const queueDays = 30;

/**
 * Opens the queue of these accounts in the ledger's database, in a schema of its own: workers share it who have the same
 * accounts. Throws `OutputError`, as each of its calls does.
 */
export async function openWorkQueue(
  url: string,
  accounts: readonly string[],
  limits: WorkQueueLimits = workQueueLimits,
): Promise<WorkQueue> {
  const name = `collect-${digest([...accounts].sort().join("\n"))}`;
  // No upkeep: a turn that is over is deleted, so the tables hold what is still to do and nothing else.
  const boss = new PgBoss({ connectionString: url, schema, max: 2, schedule: false, supervise: false });
  // What breaks is thrown by the next call as well.
  boss.on("error", () => {});
  const queue = {
    name,
    policy: "standard" as const,
    // The queue itself never gives an account up: what it fails would stay in its table.
    retryLimit: 1_000_000,
    retryDelay: limits.retrySeconds,
    expireInSeconds: limits.turnSeconds,
  };
  try {
    await boss.start();
    await ensureQueue(boss, queue);
    await removeOldQueues(boss);
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw failed("could not be opened; may its user create a schema?", cause);
  }

  const isUnderWay = async () => {
    const { rows } = await boss
      .getDb()
      .executeSql(
        `SELECT 1 FROM ${schema}.job WHERE name = $1 AND created_on > now() - $2 * interval '1 hour' LIMIT 1`,
        [name, limits.roundHours],
      );
    return rows.length > 0;
  };
  return {
    beginRound: () =>
      tell(async () => {
        if (await isUnderWay()) return;
        // The same account has the same id, so that two workers who begin a round at once put it in once.
        await boss.insert(accounts.map((account) => ({ name, id: digest(account), data: { account } })));
      }),
    take: (count) =>
      tell(async () => {
        const jobs = await boss.fetch<{ account: string }>(name, { batchSize: count, includeMetadata: true });
        return jobs.map(({ id, data, retryCount }) => ({
          id,
          account: data.account,
          isLast: retryCount >= limits.offers,
        }));
      }),
    finish: ({ id }) => tell(() => boss.deleteJob(name, id)),
    giveBack: ({ id }) => tell(() => boss.fail(name, id)),
    isEmpty: () =>
      tell(async () => {
        await boss.expire();
        return (await boss.getQueueSize(name, { before: "completed" })) === 0;
      }),
    close: () => boss.stop({ graceful: false, wait: true }),
  };
}

/** As many hex digits as a UUID has. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

async function tell<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw failed("failed; what was collected is kept, run again", cause);
  }
}

function failed(what: string, cause: unknown): OutputError {
  const detail = cause instanceof Error && cause.message !== "" ? ` (${cause.message})` : "";
  return new OutputError(`the queue in the ledger's database ${what}${detail}`, { cause });
}

/** Workers that begin together get in each other's way while one of them makes the queue's table. */
async function ensureQueue(boss: PgBoss, queue: PgBoss.Queue, tries = 5): Promise<void> {
  if ((await boss.getQueue(queue.name)) !== null) return boss.updateQueue(queue.name, queue);
  try {
    await boss.createQueue(queue.name, queue);
  } catch (error) {
    if (tries === 0) throw error;
    await ensureQueue(boss, queue, tries - 1);
  }
}

/** A queue is a table: those of accounts that are configured no more would pile up. */
async function removeOldQueues(boss: PgBoss): Promise<void> {
  const oldest = Date.now() - queueDays * 24 * 3_600_000;
  for (const { name, updatedOn } of await boss.getQueues())
    if (updatedOn.getTime() < oldest) await boss.deleteQueue(name);
}
