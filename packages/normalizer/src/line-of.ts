import type { LedgerEntry } from "./ledger-entry.js";
import type { LineCoding } from "./line-coding.js";
import type { StatementLine } from "./statement.js";

/** An entry as a statement's line. Field by field, because every entry passes here and a spread takes several times as long. */
export function lineOf(entry: LedgerEntry, date: string, coding: LineCoding | null): StatementLine {
  if (entry.creditBalances !== undefined) return { ...entry, date, coding };
  const line: Required<Omit<StatementLine, "creditBalances">> = {
    id: entry.id,
    provider: entry.provider,
    account: entry.account,
    wallet: entry.wallet,
    kind: entry.kind,
    amount: entry.amount,
    unsignedAmount: entry.unsignedAmount,
    currency: entry.currency,
    postedAt: entry.postedAt,
    chargePeriod: entry.chargePeriod,
    bucket: entry.bucket,
    service: entry.service,
    resource: entry.resource,
    keyName: entry.keyName,
    description: entry.description,
    quantity: entry.quantity,
    unit: entry.unit,
    listAmount: entry.listAmount,
    estimated: entry.estimated,
    corrects: entry.corrects,
    origin: entry.origin,
    date,
    coding,
  };
  return line;
}
