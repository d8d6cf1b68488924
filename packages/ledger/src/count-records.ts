import type { ListKey } from "./collection-run.js";
import type { Database } from "./database.js";
import { onlyRow } from "./rows.js";

/** How many records an account has of an endpoint, in one wallet or in all. */
export async function countRecords(database: Database, accountId: number, list: ListKey): Promise<number> {
  const snapshot = await database.snapshot();
  try {
    const rows = await snapshot.query<{ count: number }>(
      `SELECT count(*) AS count FROM spendbook.record WHERE list_id IN
         (SELECT id FROM spendbook.list WHERE account_id = $1 AND endpoint = $2 AND wallet = COALESCE($3, wallet))`,
      [accountId, list.endpoint, list.wallet ?? null],
    );
    return onlyRow(rows).count;
  } finally {
    await snapshot.release();
  }
}
