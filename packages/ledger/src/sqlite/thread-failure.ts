import { isLedgerError, LedgerError, type LedgerErrorCode } from "../ledger-error.js";

/** A failure in parts: an error itself would lose its codes between threads. */
export interface ThreadFailure {
  /** What the ledger says of it; null where it threw nothing of its own. */
  readonly ledger: { readonly code: LedgerErrorCode; readonly message: string } | null;
  /** What was thrown below, by SQLite as a rule. */
  readonly cause: { readonly message: string; readonly code?: unknown; readonly rawCode?: unknown } | null;
}

/** The parts of what was thrown. */
export function failureOf(error: unknown): ThreadFailure {
  if (!isLedgerError(error)) return { ledger: null, cause: partsOf(error) };
  const { code, message, cause } = error;
  return { ledger: { code, message }, cause: cause === undefined ? null : partsOf(cause) };
}

function partsOf(error: unknown) {
  const { message, code, rawCode } = error as Error & Record<"code" | "rawCode", unknown>;
  return { message, code, rawCode };
}

/** What was thrown, on the other thread. */
export function errorOf({ ledger, cause }: ThreadFailure): Error {
  const below = cause === null ? null : Object.assign(new Error(cause.message), cause);
  if (ledger === null) return below ?? new Error("a thread failed and did not say why");
  return new LedgerError(ledger.code, ledger.message, below === null ? {} : { cause: below });
}
