import type { AccountEvidence } from "../account-evidence.js";
import { createStatement } from "../create-statement.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { Statement, WalletStatement } from "../statement.js";
import type { StatementOptions } from "../statement-builder.js";
import { entryOfAmount } from "./entry-of-amount.js";

/** The statement of October 2026, UTC, by posting, unless said otherwise. */
export function october(
  entries: readonly LedgerEntry[],
  accounts: readonly AccountEvidence[],
  more: Partial<StatementOptions> = {},
): Statement {
  const statement = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts, ...more });
  for (const entry of entries) statement.add(entry);
  return statement.finish();
}

/** The statement's only wallet; fails where there are more or none. */
export function onlyWallet(statement: Statement): WalletStatement {
  const [wallet, ...others] = statement.wallets;
  if (wallet === undefined || others.length > 0) throw new Error("expected one wallet");
  return wallet;
}

/** Bought 100 and used 7.5 in September; given 10, bought 50, used 0.35 three times in October; used 2 in November. */
export const history = [
  entryOfAmount("100", "2026-09-01T00:00:00Z"),
  entryOfAmount("-7.5", "2026-09-30T23:59:59.999Z"),
  entryOfAmount("10", "2026-10-01T00:00:00Z", { kind: "grant" }),
  entryOfAmount("-0.35", "2026-10-01T01:00:00Z"),
  entryOfAmount("-0.35", "2026-10-15T02:00:00Z"),
  entryOfAmount("50", "2026-10-15T03:00:00Z"),
  entryOfAmount("-0.35", "2026-10-31T23:59:59.999999Z"),
  entryOfAmount("-2", "2026-11-01T00:00:00Z"),
];
