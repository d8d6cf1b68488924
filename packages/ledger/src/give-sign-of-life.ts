import type { Query } from "./database.js";
import { LedgerError } from "./ledger-error.js";

/**
 * Puts on record that a run is alive at `now`, in milliseconds. In PostgreSQL this also locks the run's row: whoever takes
 * the account over waits until the transaction has ended. Throws `LedgerError` `run_taken_over`.
 */
export async function giveSignOfLife(query: Query, runId: number, now: number): Promise<void> {
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
