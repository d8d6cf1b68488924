import { setTimeout as sleep } from "node:timers/promises";
import { checkAccount } from "./check-input.js";
import type { AccountLock, Database, Query } from "./database.js";
import { currentHolder, type Holder } from "./holder.js";
import type { BeginRunOptions } from "./ledger.js";
import { LedgerError } from "./ledger-error.js";
import type { AccountKey } from "./record.js";
import { onlyRow } from "./rows.js";
import { describeHolder, isHeld, type RunUnderWay, readRunUnderWay } from "./run-under-way.js";

/** A run that was put on record, with the lock it holds. */
export interface BegunRun {
  readonly lock: AccountLock;
  readonly accountId: number;
  readonly runId: number;
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** JSON text. */
  readonly cursor: string;
}

/** Either a run, or what is in its way, where that is known. */
type Attempt = { readonly begun: BegunRun } | { readonly begun: null; readonly underWay: RunUnderWay | null };

/** How long to wait between two attempts, in milliseconds. */
const pause = 200;

/** Takes the account's lock and puts a new run on record; waits for another holder as `Ledger.beginRun` says. */
export async function beginRun(
  database: Database,
  key: AccountKey,
  clock: () => Date,
  { lockTimeoutMs, signal }: BeginRunOptions & { readonly lockTimeoutMs: number },
): Promise<BegunRun> {
  checkAccount(key);
  signal?.throwIfAborted();
  const accountId = await accountIdOf(database, key);
  // The wait does not follow the clock, which may jump.
  const deadline = performance.now() + lockTimeoutMs;
  for (;;) {
    const attempt = await tryBegin(database, accountId, clock().getTime());
    if (attempt.begun !== null) return attempt.begun;
    const remaining = deadline - performance.now();
    if (remaining <= 0)
      throw new LedgerError(
        "account_locked",
        `${key.provider}/${key.account} is being collected into ${database.place} by ` +
          `${describeHolder(attempt.underWay)}: wait until it has ended, or end it`,
      );
    await sleep(Math.min(remaining, pause), undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}

function accountIdOf(database: Database, { provider, account }: AccountKey): Promise<number> {
  return database.transact(async (query) => {
    await query(
      "INSERT INTO spendbook.account (provider, name) VALUES ($1, $2) ON CONFLICT (provider, name) DO NOTHING",
      [provider, account],
    );
    const rows = await query<{ id: number }>("SELECT id FROM spendbook.account WHERE provider = $1 AND name = $2", [
      provider,
      account,
    ]);
    return onlyRow(rows).id;
  });
}

async function tryBegin(database: Database, accountId: number, now: number): Promise<Attempt> {
  const lock = await database.lockAccount(accountId);
  if (lock === null) return { begun: null, underWay: await findHolder(database, accountId) };
  let attempt: Attempt | null = null;
  try {
    attempt = await lock.transact((query) => beginUnlessHeld(query, lock, accountId, now));
    return attempt;
  } finally {
    if (!attempt?.begun) await lock.release();
  }
}

async function findHolder(database: Database, accountId: number): Promise<RunUnderWay | null> {
  const snapshot = await database.snapshot();
  return readRunUnderWay(snapshot.query, accountId).finally(() => snapshot.release());
}

async function beginUnlessHeld(query: Query, lock: AccountLock, accountId: number, now: number): Promise<Attempt> {
  const underWay = await readRunUnderWay(query, accountId);
  if (underWay !== null) {
    if (!lock.exclusive && isHeld(underWay, now)) return { begun: null, underWay };
    await query("UPDATE spendbook.run SET status = 'interrupted', finished_at = active_at WHERE id = $1", [
      underWay.id,
    ]);
  }
  return { begun: { lock, accountId, startedAt: now, ...(await insertRun(query, accountId, now, currentHolder())) } };
}

async function insertRun(query: Query, accountId: number, now: number, { host, machine, pid, processStart }: Holder) {
  const [last] = await query<{ number: number; cursor: string }>(
    "SELECT number, cursor FROM spendbook.run WHERE account_id = $1 ORDER BY number DESC LIMIT 1",
    [accountId],
  );
  const number = (last?.number ?? 0) + 1;
  const cursor = last?.cursor ?? "null";
  const rows = await query<{ id: number }>(
    `INSERT INTO spendbook.run
       (account_id, number, status, started_at, active_at, cursor, host, machine, pid, process_start)
     VALUES ($1, $2, 'running', $3, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [accountId, number, now, cursor, host, machine, pid, processStart],
  );
  return { runId: onlyRow(rows).id, number, cursor };
}
