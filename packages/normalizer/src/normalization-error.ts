import { NormalizerError } from "./normalizer-error.js";

export type NormalizationErrorCode =
  | "missing_field"
  | "wrong_type"
  | "invalid_amount"
  | "invalid_currency"
  | "invalid_instant"
  | "undocumented_sign"
  | "implausible_unit"
  | "contradictory_record"
  | "unknown_endpoint";

export interface NormalizationErrorDetails {
  readonly code: NormalizationErrorCode;
  /** The place in the record, for example `$.order.origin_price`. */
  readonly path: string;
  /** `provider/account/source id`, null where the text stands alone. */
  readonly recordId: string | null;
  readonly problem: string;
}

/** A record that cannot be read exactly: it is refused, named and left out of the sums, never guessed. */
export class NormalizationError extends NormalizerError {
  override readonly name = "NormalizationError";
  readonly code: NormalizationErrorCode;
  readonly path: string;
  readonly recordId: string | null;

  constructor(details: NormalizationErrorDetails) {
    const place = details.recordId === null ? details.path : `${details.recordId} at ${details.path}`;
    super(
      `${place}: ${details.problem}. Collect again; if the provider still sends it so, report it with the record id.`,
    );
    this.code = details.code;
    this.path = details.path;
    this.recordId = details.recordId;
  }

  static override isInstance(value: unknown): value is NormalizationError {
    return NormalizerError.isInstance(value) && value.name === "NormalizationError";
  }
}
