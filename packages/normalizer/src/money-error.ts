import { NormalizerError } from "./normalizer-error.js";

export type MoneyErrorCode =
  | "invalid_decimal"
  | "invalid_currency"
  | "invalid_places"
  | "invalid_weights"
  | "division_by_zero"
  | "currency_mismatch";

/** An amount, currency or weight that exact arithmetic cannot take. */
export class MoneyError extends NormalizerError {
  override readonly name: string = "MoneyError";
  constructor(
    readonly code: MoneyErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Two currencies met in one operation; TypeScript refuses this first where it knows the currencies. */
export class CurrencyMismatchError extends MoneyError {
  override readonly name = "CurrencyMismatchError";
  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(
      "currency_mismatch",
      `cannot combine ${expected} with ${actual}: keep a sum per currency, or convert by a stated rate first`,
    );
  }
}
