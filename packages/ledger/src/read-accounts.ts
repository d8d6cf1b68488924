import type { Query } from "./database.js";
import type { AccountFilter } from "./ledger.js";

/** An account with its number. */
export interface AccountRow {
  readonly id: number;
  readonly provider: string;
  readonly account: string;
}

/** The accounts that a filter lets through, by provider and account. */
export function readAccounts(query: Query, filter: AccountFilter = {}): Promise<readonly AccountRow[]> {
  return query<AccountRow>(
    `SELECT id, provider, name AS account FROM spendbook.account
     WHERE provider = COALESCE($1, provider) AND name = COALESCE($2, name) ORDER BY provider, name`,
    [filter.provider ?? null, filter.account ?? null],
  );
}

/** The numbers of an account's runs by their id. */
export async function readRunNumbers(query: Query, accountId: number): Promise<ReadonlyMap<number, number>> {
  const runs = await query<{ id: number; number: number }>(
    "SELECT id, number FROM spendbook.run WHERE account_id = $1",
    [accountId],
  );
  return new Map(runs.map(({ id, number }) => [id, number]));
}

/** A list with its number. */
export interface ListRow {
  readonly id: number;
  readonly wallet: string;
  readonly endpoint: string;
}

/** An account's lists, by wallet and endpoint. */
export function readLists(query: Query, accountId: number): Promise<readonly ListRow[]> {
  return query<ListRow>(
    "SELECT id, wallet, endpoint FROM spendbook.list WHERE account_id = $1 ORDER BY wallet, endpoint",
    [accountId],
  );
}
