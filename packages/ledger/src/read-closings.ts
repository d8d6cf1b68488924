import type { ClosingAccount, ClosingWallet, StoredClosing } from "./closing.js";
import type { Query } from "./database.js";
import { toInstant } from "./instant.js";

interface ClosingRow {
  readonly id: number;
  readonly sequence: number;
  readonly month: string;
  readonly timezone: string;
  readonly basis: string;
  readonly statement_sha256: string;
  readonly version: string;
  readonly policy: string;
  readonly reason: string | null;
  readonly closed_at: number;
  readonly reopened_at: number | null;
  readonly reopen_reason: string | null;
}

interface AccountRow {
  readonly closing_id: number;
  readonly account_id: number;
  readonly provider: string;
  readonly account: string;
  readonly run_number: number | null;
  readonly number: number;
  readonly revision: number;
  readonly records: number;
  readonly records_root: string;
}

interface WalletRow {
  readonly closing_id: number;
  readonly account_id: number;
  readonly wallet: string;
  readonly currency: string;
  readonly balance: string | null;
  readonly detail: string;
}

/** Every closing ever put on record, by sequence; its accounts by provider and name, their wallets by name and currency. */
export async function readClosings(query: Query): Promise<readonly StoredClosing[]> {
  const closings = await query<ClosingRow>(
    `SELECT id, sequence, month, timezone, basis, statement_sha256, version, policy, reason, closed_at, reopened_at,
       reopen_reason
     FROM spendbook.closing ORDER BY sequence`,
  );
  if (closings.length === 0) return [];
  const accounts = await query<AccountRow>(
    `SELECT part.closing_id, part.account_id, account.provider, account.name AS account, part.run_number, part.number,
       part.revision, part.records, part.records_root
     FROM spendbook.closing_account AS part JOIN spendbook.account AS account ON account.id = part.account_id
     ORDER BY account.provider, account.name`,
  );
  const wallets = await query<WalletRow>(
    `SELECT closing_id, account_id, wallet, currency, balance, detail
     FROM spendbook.closing_wallet ORDER BY wallet, currency`,
  );
  const walletsOf = groupBy(wallets, ({ closing_id, account_id }) => `${closing_id} ${account_id}`);
  const accountsOf = groupBy(accounts, ({ closing_id }) => `${closing_id}`);
  return closings.map((row) => ({
    sequence: row.sequence,
    month: row.month,
    timezone: row.timezone,
    basis: row.basis,
    statementSha256: row.statement_sha256,
    version: row.version,
    policy: JSON.parse(row.policy),
    reason: row.reason,
    closedAt: toInstant(row.closed_at),
    reopenedAt: row.reopened_at === null ? null : toInstant(row.reopened_at),
    reopenReason: row.reopen_reason,
    accounts: (accountsOf.get(`${row.id}`) ?? []).map((account) =>
      toAccount(account, walletsOf.get(`${row.id} ${account.account_id}`) ?? []),
    ),
  }));
}

function toAccount(row: AccountRow, wallets: readonly WalletRow[]): ClosingAccount {
  const { provider, account, number, revision, records } = row;
  return {
    provider,
    account,
    run: row.run_number ?? 0,
    number,
    revision,
    records,
    recordsRoot: row.records_root,
    wallets: wallets.map(toWallet),
  };
}

function toWallet({ wallet, currency, balance, detail }: WalletRow): ClosingWallet {
  return { wallet, currency, balance, detail: JSON.parse(detail) };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
