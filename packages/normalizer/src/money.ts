import type { Big } from "big.js";
import { exactDecimal } from "./exact-decimal.js";
import { MoneyError } from "./money-error.js";

/** An exact amount in one currency (ISO 4217, upper case); the currency is part of the type. */
export interface Money<C extends string = string> {
  readonly amount: Big;
  readonly currency: C;
}

/**
 * Makes an exact amount: `money("12.34", "USD")`. A number is taken by its shortest round-trip
 * text. Throws `MoneyError`: `invalid_decimal` on NaN, Infinity, unsafe integers and text that
 * is no decimal, `invalid_currency` where the code is not three upper-case letters.
 */
export function money<const C extends string>(amount: string | number, currency: C): Money<C> {
  return { amount: exactDecimal(amount), currency: checkCurrency(currency) };
}

function checkCurrency<C extends string>(currency: C): C {
  if (isCurrencyCode(currency)) return currency;
  throw new MoneyError("invalid_currency", `"${currency}" is not a currency code: write it like "USD" (ISO 4217)`);
}

/** Whether a text has the form of an ISO 4217 code: three upper-case letters. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
