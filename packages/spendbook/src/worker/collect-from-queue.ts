import { setMaxListeners } from "node:events";
import type { Ledger } from "@spendbook/ledger";
import { type CollectionResult, prepareCollection } from "../collect/prepare-collection.js";
import { accountKey } from "../config/account-key.js";
import type { Environment } from "../config/config-from-environment.js";
import type { Config } from "../config/config-schema.js";
import type { Io } from "../io.js";
import type { Progress } from "../progress.js";
import { sleep } from "./sleep.js";
import type { Turn, WorkQueue } from "./work-queue.js";

export interface WorkerLimits {
  /** How many accounts a worker collects at once; each has a connection of its own to the ledger. */
  readonly accountsAtOnce: number;
  /** How long to wait where every account left is with another worker, in milliseconds. */
  readonly idleMs: number;
}

export const workerLimits: WorkerLimits = { accountsAtOnce: 16, idleMs: 1000 };

/**
 * Collects the accounts of a round together with any number of other workers, until none is left, and gives the results of
 * those that this one did. An account whose worker died comes back and is taken over. Every worker has the same
 * configuration. Throws what `prepareCollection` throws, and the reason of `io.signal`.
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
  const results: CollectionResult[] = [];
  let failure: unknown = null;
  // As many as work at once listen on it, which is no leak.
  setMaxListeners(0, io.signal);
  await queue.fill([...accounts.keys()]);

  async function collectOne(turn: Turn): Promise<void> {
    const account = accounts.get(turn.account);
    if (account === undefined) return queue.giveBack(turn);
    try {
      const collect = await prepareCollection(account, environment, ledger, io, () => {}, 0);
      const result = await collect();
      // Its worker may be slow or dead: whoever comes later will see.
      if (result.locked) return await queue.giveBack(turn);
      if (io.signal.aborted) return await queue.giveBack(turn);
      results.push(result);
      await queue.finish(turn);
      progress.show(`Collected ${results.length.toLocaleString("en")} accounts`);
    } catch (error) {
      await queue.giveBack(turn).catch(() => {});
      throw error;
    }
  }

  async function work(): Promise<void> {
    while (failure === null && !io.signal.aborted) {
      const turn = await queue.take();
      if (turn !== null) await collectOne(turn);
      else if ((await queue.size()) === 0) return;
      else await sleep(limits.idleMs, io.signal);
    }
  }

  const workers = Array.from({ length: limits.accountsAtOnce }, () =>
    work().catch((error: unknown) => {
      failure ??= error;
    }),
  );
  await Promise.all(workers);
  io.signal.throwIfAborted();
  if (failure !== null) throw failure;
  return results;
}
