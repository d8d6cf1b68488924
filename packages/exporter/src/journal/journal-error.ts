/**
 * `lines_differ`: the lines do not sum to the statement. `tax_treatment_missing`: the format demands a tax rate and the
 * mapping assigns none. `text_not_accepted`: a name holds what the format cannot take. `entry_too_long`: one entry has
 * more lines than an import may have.
 */
export type JournalErrorCode = "lines_differ" | "tax_treatment_missing" | "text_not_accepted" | "entry_too_long";

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
