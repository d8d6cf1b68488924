import { NormalizerError } from "../normalizer-error.js";

export type RateErrorCode = "invalid_rate" | "contradictory_rate";

/** A rate that cannot be used, with the place where it stands. */
export class RateError extends NormalizerError {
  override readonly name = "RateError";
  constructor(
    readonly code: RateErrorCode,
    message: string,
  ) {
    super(message);
  }
}
