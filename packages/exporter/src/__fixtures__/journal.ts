import {
  decimalText,
  defaultChartOfAccounts,
  type EntryKind,
  money,
  negate,
  type StatementLine,
  sum,
  type WalletStatement,
} from "@spendbook/normalizer";
import type { ExportFormat, ExportInput } from "../export-format.js";
import { collect } from "./collect.js";
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

/** A statement that the lines make, wallet by wallet, from their openings; a wallet without one has unknown balances. */
export function monthOf(
  month: string,
  lines: readonly StatementLine[],
  openings: Readonly<Record<string, string>> = {},
  unexplained = "0",
): ExportInput {
  const groups = new Map<string, StatementLine[]>();
  for (const each of lines) {
    const name = `${each.wallet} ${each.currency}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const wallets = [...groups].map(([name, members]) => {
    const { provider, account, wallet, currency } = members[0] as StatementLine;
    const total = (...kinds: readonly EntryKind[]) => {
      const amounts = members.flatMap(({ kind, amount }) => (amount !== null && kinds.includes(kind) ? [amount] : []));
      return decimalText(sum(amounts, currency));
    };
    const opening = openings[name] ?? null;
    const moved = sum([...members.flatMap(({ amount }) => amount ?? []), money(unexplained, currency)], currency);
    return walletOf({
      ...{ provider, account, wallet, currency, opening, unexplained },
      topUps: total("top-up"),
      grants: total("grant"),
      refunds: total("refund"),
      usage: total("usage"),
      expired: total("expiry"),
      fees: total("fee"),
      adjustments: total("adjustment"),
      unclassified: total("unclassified"),
      closing: opening === null ? null : decimalText(sum([money(opening, currency), moved], currency)),
      spend: decimalText(negate(money(total("usage", "refund"), currency))),
      lines: members.length,
    });
  });
  return inputOf(lines, wallets, month);
}

/** The texts of a format's files by name. */
export async function filesOf(format: ExportFormat, input: ExportInput): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { name, write } of format(input)) files.set(name, (await collect(write)).toString());
  return files;
}
