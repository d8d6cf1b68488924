/**
 * `lines_differ`: the lines do not sum to the statement. `tax_treatment_missing`: the format demands a tax rate and the
 * mapping assigns none.
 */
export type JournalErrorCode = "lines_differ" | "tax_treatment_missing";

/** A statement that cannot be written as double entry; nothing is written then. */
export class JournalError extends Error {
  override readonly name = "JournalError";

  constructor(
    readonly code: JournalErrorCode,
    message: string,
  ) {
    super(message);
  }
}
