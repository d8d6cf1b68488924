import { NormalizerError } from "./normalizer-error.js";

export type PeriodErrorCode = "invalid_month" | "invalid_timezone";

/** A month or a time zone that does not exist. */
export class PeriodError extends NormalizerError {
  override readonly name = "PeriodError";
  constructor(
    readonly code: PeriodErrorCode,
    message: string,
  ) {
    super(message);
  }
}
