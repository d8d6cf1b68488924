import type { Query } from "./database.js";
import { isAlive } from "./holder.js";
import { toInstant } from "./instant.js";

/** A run that has not ended, as the ledger has it. */
export interface RunUnderWay {
  readonly id: number;
  readonly host: string;
  readonly machine: string;
  readonly pid: number;
  readonly process_start: string | null;
  readonly started_at: number;
  readonly active_at: number;
}

/** How long a sign of life holds, in milliseconds: six times as long as a run leaves between two. */
const signOfLifeValid = 60_000;

/** An account's run that has not ended, or null. */
export async function readRunUnderWay(query: Query, accountId: number): Promise<RunUnderWay | null> {
  const [run] = await query<RunUnderWay>(
    `SELECT id, host, machine, pid, process_start, started_at, active_at
     FROM spendbook.run WHERE account_id = $1 AND status = 'running'`,
    [accountId],
  );
  return run ?? null;
}

/**
 * Whether the run's process still holds the account, at `now` in milliseconds. One that cannot be asked for holds it as
 * long as it gives signs of life; where that is a mistake, its next page finds out, and is not stored.
 */
export function isHeld(run: RunUnderWay, now: number): boolean {
  const alive = isAlive({ ...run, processStart: run.process_start });
  return alive ?? Math.abs(now - run.active_at) < signOfLifeValid;
}

/** Who holds an account, for a person who may have to end it. */
export function describeHolder(run: RunUnderWay | null): string {
  if (run === null) return "another collector";
  const since = toInstant(run.started_at);
  return `process ${run.pid} on ${run.host} since ${since}, last active ${toInstant(run.active_at)}`;
}
