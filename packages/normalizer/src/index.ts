export type { AccountEvidence, ClosedBalance, RecordCount } from "./account-evidence.js";
export { allocate } from "./allocate.js";
export { createCoder } from "./books/create-coder.js";
export {
  createFunctionalLedger,
  type FunctionalLedger,
  type FunctionalMonth,
  type FunctionalOptions,
  type FunctionalTotal,
} from "./books/functional-currency.js";
export type {
  FunctionalCurrency,
  Mapping,
  MappingRule,
  RatePolicy,
  RuleAssignment,
  RuleConditions,
} from "./books/mapping.js";
export {
  createMappingEffect,
  type MappingEffect,
  type RuleEffect,
  type UnmappedLines,
} from "./books/mapping-effect.js";
export { RateError, type RateErrorCode } from "./books/rate-error.js";
export { createRateTable, type Rate, type RateRow, type RateTable } from "./books/rate-table.js";
export { localDate } from "./calendar.js";
export { type ChartOfAccounts, defaultChartOfAccounts } from "./chart-of-accounts.js";
export { type BookedRecord, type BookingOptions, type Cut, createBooking } from "./closing/book-record.js";
export { type CollectedRecord, type CollectedRevision, recordAt } from "./closing/collected-record.js";
export { decidedAt } from "./closing/decided-at.js";
export { followingMonth } from "./closing/following-month.js";
export { compareInstants } from "./compare-instants.js";
export { createStatement } from "./create-statement.js";
export { decimalText } from "./decimal-text.js";
export type { BalanceDay, BucketStatement, Check, CheckName, Evidence, EvidenceMethod } from "./evidence.js";
export { parseInstant } from "./instant.js";
export type { Bucket, Correction, EntryKind, LedgerEntry } from "./ledger-entry.js";
export type { FunctionalAmount, LineCoding } from "./line-coding.js";
export { type Money, money } from "./money.js";
export { add, compare, isZero, multiply, negate, subtract, sum } from "./money-arithmetic.js";
export { CurrencyMismatchError, MoneyError, type MoneyErrorCode } from "./money-error.js";
export { monthPeriod, type Period, parseMonth, previousMonth } from "./month.js";
export {
  NormalizationError,
  type NormalizationErrorCode,
  type NormalizationErrorDetails,
} from "./normalization-error.js";
export { type NormalizeOptions, normalize } from "./normalize.js";
export { NormalizerError } from "./normalizer-error.js";
export { PeriodError, type PeriodErrorCode } from "./period-error.js";
export type { AccountUsage } from "./providers/wavespeed-account.js";
export { readBalance } from "./read-balance.js";
export { readUsageCheck } from "./read-usage-check.js";
export type { ProviderId, Revision, SourceRecord, SourceSnapshot } from "./record.js";
export { divide, type RoundingMode, round } from "./rounding.js";
export type {
  Basis,
  CodingTotal,
  Completeness,
  CurrencyTotal,
  CutOffLine,
  DayTotal,
  ResourceTotal,
  ServiceTotal,
  Statement,
  StatementLine,
  StatementNumber,
  Verdict,
  WalletStatement,
  Warning,
} from "./statement.js";
export type { StatementBuilder, StatementOptions } from "./statement-builder.js";
export { parseTimezone } from "./timezone.js";
export type { BalanceBuckets, WalletBalance } from "./wallet-balance.js";
