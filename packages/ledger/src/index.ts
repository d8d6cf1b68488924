export type { ClosingAccount, ClosingInput, ClosingWallet, ReopeningInput, StoredClosing } from "./closing.js";
export type { CollectionRun, ListKey, PageInput, StoredPage } from "./collection-run.js";
export type { JsonValue } from "./json-value.js";
export type { AccountFilter, BeginRunOptions, ExportOptions, Ledger, LedgerReader, RunFilter } from "./ledger.js";
export { isLedgerError, LedgerError, type LedgerErrorCode } from "./ledger-error.js";
export { type LedgerOptions, openLedger } from "./open-ledger.js";
export type { AccountKey, Filing, RecordInput, StoredRecord, StoredRevision } from "./record.js";
export type { RunResult, RunStatus, StoredRun } from "./run.js";
export type { SnapshotInput, StoredSnapshot } from "./snapshot.js";
