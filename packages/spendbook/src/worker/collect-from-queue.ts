import { isLedgerError, type Ledger } from "@spendbook/ledger";
import { type CollectionResult, prepareCollection } from "../collect/prepare-collection.js";
import { accountKey } from "../config/account-key.js";
import type { Environment } from "../config/config-from-environment.js";
import type { AccountConfig, Config } from "../config/config-schema.js";
import { readSecret } from "../config/read-secret.js";
import type { Io } from "../io.js";
import type { Progress } from "../progress.js";
import { sleep } from "./sleep.js";
import type { Turn, WorkQueue } from "./work-queue.js";

export interface WorkerLimits {
  /** How many accounts a worker collects at once; each has a connection to the ledger, beside ten for all. */
  readonly accountsAtOnce: number;
  /** How long to wait where every account left is with another worker, in milliseconds. */
  readonly idleMs: number;
}

/** Four workers stay within the hundred connections that PostgreSQL takes if not told otherwise. */
export const workerLimits: WorkerLimits = { accountsAtOnce: 12, idleMs: 1000 };

/**
 * Collects the accounts of a round together with any number of other workers, until none is left anywhere, and gives the
 * results of those that this one did. An account whose worker died comes back and is taken over; one whose worker hangs is
 * given up in the end, and partial. Throws `ConfigError` before anything is sent,
 * `OutputError` and `LedgerError` where the database fails, and the reason of `io.signal`.
 */
export async function collectFromQueue(
  config: Config,
  environment: Environment,
  ledger: Ledger,
  queue: WorkQueue,
  io: Io,
  progress: Progress,
  limits: WorkerLimits = workerLimits,
): Promise<readonly CollectionResult[]> {
  const accounts = new Map(config.accounts.map((account) => [accountKey(account), account]));
  // Here and not in its turn, where a missing key would end one worker after the other.
  for (const { apiKey } of config.accounts) await readSecret(apiKey, environment, io.directory);
  const results: CollectionResult[] = [];
  const failures: unknown[] = [];

  async function collectOne(turn: Turn): Promise<void> {
    try {
      const account = accounts.get(turn.account);
      if (account === undefined) throw new Error(`the queue offered ${turn.account}, which was never put in`);
      const collect = await prepareCollection(account, environment, ledger, io, () => {}, 0);
      const result = await collect().catch((error: unknown) => resultOf(account, error));
      // Its worker may be slow or dead: whoever comes later will see.
      if (io.signal.aborted || (result.locked && !turn.isLast)) return await queue.giveBack(turn);
      results.push(result);
      await queue.finish(turn);
      progress.show(`Collected ${results.length.toLocaleString("en")} accounts`);
    } catch (error) {
      failures.push(error);
      await queue.giveBack(turn).catch(() => {});
    }
  }

  const underWay = new Set<Promise<void>>();
  const start = (turn: Turn) => {
    const task = collectOne(turn).finally(() => underWay.delete(task));
    underWay.add(task);
  };

  try {
    await queue.beginRound();
    while (failures.length === 0 && !io.signal.aborted) {
      const free = limits.accountsAtOnce - underWay.size;
      const turns = free > 0 ? await queue.take(free) : [];
      turns.forEach(start);
      if (turns.length === 0 && free > 0 && (await queue.isEmpty())) break;
      if (free === 0) await Promise.race(underWay);
      else if (turns.length === 0) await eitherEnds(underWay, limits.idleMs, io.signal);
    }
  } catch (error) {
    failures.push(error);
  }
  await Promise.all(underWay);
  io.signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return results;
}

/** What went wrong with one account is its result; what is wrong with the ledger is thrown. */
function resultOf({ provider, account }: AccountConfig, error: unknown): CollectionResult {
  if (isLedgerError(error) && error.code !== "invalid_record") throw error;
  const reason = isLedgerError(error) ? error.message : `unexpected: ${String(error)}`;
  return { provider, account, reason, locked: false, requests: 0, records: 0 };
}

/** Waits until a task has ended, or for so many milliseconds. */
async function eitherEnds(tasks: ReadonlySet<Promise<void>>, milliseconds: number, signal: AbortSignal): Promise<void> {
  const wake = new AbortController();
  await Promise.race([...tasks, sleep(milliseconds, AbortSignal.any([signal, wake.signal]))]);
  wake.abort();
}
