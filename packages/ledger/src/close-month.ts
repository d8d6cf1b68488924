import { checkClosing, checkMonth, checkReason } from "./check-closing.js";
import type { ClosingAccount, ClosingInput, ReopeningInput } from "./closing.js";
import type { Database, Query } from "./database.js";
import { LedgerError } from "./ledger-error.js";
import { insertRows, onlyRow } from "./rows.js";

/** Puts a closing on record whole or not at all; see `Ledger.closeMonth`. */
export async function closeMonth(database: Database, input: ClosingInput, now: number): Promise<void> {
  checkClosing(input);
  await database.transact(async (query) => {
    await takeTurn(query, database);
    const after = await newestClosed(query);
    const { sequence } = onlyRow(
      await query<{ sequence: number }>("SELECT COALESCE(max(sequence), 0) + 1 AS sequence FROM spendbook.closing"),
    );
    if (after !== input.after || sequence !== input.sequence) throw conflict(after);
    if (after !== null && input.month <= after) throw conflict(after);
    const rows = await query<{ id: number }>(
      `INSERT INTO spendbook.closing (sequence, month, timezone, basis, statement_sha256, version, policy, reason, closed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        input.sequence,
        input.month,
        input.timezone,
        input.basis,
        input.statementSha256,
        input.version,
        JSON.stringify(input.policy),
        input.reason,
        now,
      ],
    );
    const { id } = onlyRow(rows);
    for (const account of input.accounts) await addAccount(query, id, account);
  });
}

/** Marks the newest closed month as reopened; see `Ledger.reopenMonth`. */
export async function reopenMonth(database: Database, input: ReopeningInput, now: number): Promise<void> {
  checkMonth(input.month);
  checkReason(input.reason);
  await database.transact(async (query) => {
    await takeTurn(query, database);
    const newest = await newestClosed(query);
    if (newest !== input.month) throw conflict(newest);
    await query(
      `UPDATE spendbook.closing SET reopened_at = CASE WHEN closed_at < $2 THEN $2 ELSE closed_at END, reopen_reason = $3
       WHERE month = $1 AND reopened_at IS NULL`,
      [input.month, now, input.reason],
    );
  });
}

/** One closing or reopening at a time; SQLite's transactions take turns by themselves. */
async function takeTurn(query: Query, { lockClosings }: Database): Promise<void> {
  if (lockClosings !== null) await query(lockClosings);
}

async function newestClosed(query: Query): Promise<string | null> {
  const [row] = await query<{ month: string }>(
    "SELECT month FROM spendbook.closing WHERE reopened_at IS NULL ORDER BY month DESC LIMIT 1",
  );
  return row?.month ?? null;
}

async function addAccount(query: Query, closingId: number, account: ClosingAccount): Promise<void> {
  const name = [account.provider, account.account];
  await query(
    "INSERT INTO spendbook.account (provider, name) VALUES ($1, $2) ON CONFLICT (provider, name) DO NOTHING",
    name,
  );
  const { id } = onlyRow(
    await query<{ id: number }>("SELECT id FROM spendbook.account WHERE provider = $1 AND name = $2", name),
  );
  await insertRows(
    query,
    "spendbook.closing_account",
    ["closing_id", "account_id", "run_number", "number", "revision", "records", "records_root"],
    [[closingId, id, account.run || null, account.number, account.revision, account.records, account.recordsRoot]],
  );
  await insertRows(
    query,
    "spendbook.closing_wallet",
    ["closing_id", "account_id", "wallet", "currency", "balance", "detail"],
    account.wallets.map((wallet) => [
      closingId,
      id,
      wallet.wallet,
      wallet.currency,
      wallet.balance,
      JSON.stringify(wallet.detail),
    ]),
  );
}

function conflict(newest: string | null): LedgerError {
  const state = newest === null ? "no month is closed now" : `${newest} is the newest closed month now`;
  return new LedgerError(
    "closing_conflict",
    `another process closed or reopened a month meanwhile: ${state}; run again`,
  );
}
