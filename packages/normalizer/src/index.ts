export type { EntryKind, LedgerEntry } from "./ledger-entry.js";
export type { Money } from "./money.js";
export type { ProviderId, Revision, SourceRecord, SourceSnapshot } from "./record.js";
export type {
  Basis,
  Completeness,
  CurrencyTotal,
  DayTotal,
  ServiceTotal,
  Statement,
  StatementLine,
  Verdict,
  WalletStatement,
  Warning,
} from "./statement.js";
