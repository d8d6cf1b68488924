import type { Query } from "./database.js";
import { onlyRow } from "./rows.js";

/** What a record or a snapshot is filed under. */
export interface ListName {
  readonly wallet: string;
  readonly endpoint: string;
}

/** The number of one of an account's lists, put on record where it is new. */
export async function listIdOf(query: Query, accountId: number, { wallet, endpoint }: ListName): Promise<number> {
  const values = [accountId, wallet, endpoint];
  await query(
    `INSERT INTO spendbook.list (account_id, wallet, endpoint) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, wallet, endpoint) DO NOTHING`,
    values,
  );
  const rows = await query<{ id: number }>(
    "SELECT id FROM spendbook.list WHERE account_id = $1 AND wallet = $2 AND endpoint = $3",
    values,
  );
  return onlyRow(rows).id;
}
