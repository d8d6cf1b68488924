import {
  defaultChartOfAccounts,
  type EntryKind,
  money,
  type StatementLine,
  type WalletStatement,
} from "@spendbook/normalizer";
import type { ExportInput } from "../export-format.js";
import { line, statement } from "./statement.js";

/** A line of the wallet `org_1` on the fifth of October 2026, in dollars. */
export function lineOf(kind: EntryKind, amount: string, changes: Partial<StatementLine> = {}): StatementLine {
  return { ...line(1, 0n), kind, date: "2026-10-05", amount: money(amount, "USD"), ...changes };
}

/** A wallet of which nothing is known but what is said. */
export function walletOf(changes: Partial<WalletStatement> = {}): WalletStatement {
  return {
    provider: "neevcloud",
    account: "acme",
    wallet: "org_1",
    currency: "USD",
    completeness: "full-ledger",
    verdict: "proved",
    opening: null,
    topUps: null,
    grants: null,
    refunds: null,
    usage: null,
    expired: null,
    fees: null,
    adjustments: null,
    unclassified: null,
    unexplained: null,
    closing: null,
    spend: null,
    previousSpend: null,
    lines: 0,
    openingEvidence: null,
    closingEvidence: null,
    buckets: [],
    checks: [],
    notes: [],
    ...changes,
  };
}

export function inputOf(
  lines: readonly StatementLine[],
  wallets: readonly WalletStatement[],
  month = "2026-10",
): ExportInput {
  return { statement: { ...statement, month, wallets }, lines: () => lines, chart: defaultChartOfAccounts };
}
