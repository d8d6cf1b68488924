/** What went wrong, stable across versions; match on this, never on the message. */
export type LedgerErrorCode =
  /** The location is neither a file path nor a PostgreSQL URL. */
  | "invalid_location"
  /** The file or its folder cannot be opened, or is a folder. */
  | "cannot_open"
  /** The server cannot be reached, refuses the credentials, lacks the database, or the connection broke. */
  | "connection_failed"
  /** The database is of a kind that cannot keep a ledger. */
  | "unsupported_database"
  /** The file is no database, or the database is another program's. */
  | "not_a_ledger"
  | "ledger_damaged"
  | "ledger_read_only"
  | "disk_full"
  /** Another program keeps the whole database locked. */
  | "ledger_locked"
  /** A newer spendbook made the ledger. */
  | "schema_too_new"
  /** Another collector is at work on the account. */
  | "account_locked"
  /** Another collector found this run's process dead, or so it seemed, and took the account over. */
  | "run_taken_over"
  | "run_finished"
  | "ledger_closed"
  /** A record or snapshot that cannot be kept as it is. */
  | "invalid_record"
  /** A closing or reopening that cannot be kept as it is. */
  | "invalid_closing"
  /** A month was closed or reopened by another process meanwhile. */
  | "closing_conflict"
  /** None of the above; see the cause. */
  | "ledger_failed";

const marker = Symbol.for("spendbook.ledger-error");

/**
 * Every failure of a ledger. The message names the place and what to do next, in one line; credentials never stand in it
 * or in its cause. Compare `code`; `isLedgerError` also recognises instances made by another installed copy of this package.
 */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly [marker] = true;

  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether a value is a `LedgerError`, of this copy of the package or of another. */
export function isLedgerError(value: unknown): value is LedgerError {
  return value instanceof Error && marker in value;
}
