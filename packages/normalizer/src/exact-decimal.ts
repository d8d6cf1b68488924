import type { Big } from "big.js";
import BigConstructor from "big.js";
import { MoneyError } from "./money-error.js";

// A constructor of our own: settings on the shared one would reach every other user of big.js.
const Exact = BigConstructor();
Exact.strict = true;

// Far beyond any amount, and it keeps "1e999999999" from being written out digit by digit.
const maximumExponent = 60;

/**
 * Reads an exact decimal. A number is taken by its shortest round-trip text, so `0.1` is one
 * tenth; an integer beyond ±(2^53 − 1) is refused, because its neighbours share its double.
 * Throws `MoneyError` `invalid_decimal` on anything that is not a finite decimal.
 */
export function exactDecimal(value: string | number): Big {
  if (latest?.value !== value) latest = { value, decimal: read(value) };
  return latest.decimal;
}

// One amount often stands in several fields of a record, and a Big is never changed.
let latest: { readonly value: string | number; readonly decimal: Big } | null = null;

function read(value: string | number): Big {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw invalid(String(value), "it is not finite");
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw invalid(String(value), "a double cannot tell it from its neighbours; pass it as text");
    }
    const text = String(value);
    return readPlain(text) ?? new Exact(text);
  }
  if (typeof value !== "string") throw invalid(String(value), "it is neither text nor a number");
  const plain = readPlain(value);
  if (plain !== null) return plain;
  let decimal: Big;
  try {
    decimal = new Exact(value);
  } catch {
    throw invalid(value, 'write it like "-12.34"');
  }
  if (decimal.e > maximumExponent || decimal.e - decimal.c.length < -maximumExponent) {
    throw invalid(value, `it has more than ${maximumExponent} digits on one side of the point`);
  }
  return decimal;
}

/** Longer texts are left to big.js. */
const plainLength = 40;

/** What big.js makes of plain notation such as `-12.34`, in a fraction of its time; null where the text is none. */
function readPlain(text: string): Big | null {
  if (text.length > plainLength) return null;
  const isNegative = text.startsWith("-");
  const digits: number[] = [];
  let [zeros, whole] = [0, -1];
  for (let index = isNegative ? 1 : 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) {
      if (digit === 0 && digits.length === 0) zeros += 1;
      else digits.push(digit);
    } else if (text[index] === "." && whole < 0) whole = zeros + digits.length;
    else return null;
  }
  if (zeros + digits.length === 0) return null;
  if (whole < 0) whole = zeros + digits.length;
  while (digits.at(-1) === 0) digits.pop();
  const decimal = new Exact(zero);
  decimal.s = isNegative ? -1 : 1;
  if (digits.length === 0) return decimal;
  decimal.e = whole - zeros - 1;
  decimal.c = digits;
  return decimal;
}

export const zero: Big = new Exact("0");

/** −1, 0 or 1; big.js itself gives zero a sign. */
export function signOf(decimal: Big): -1 | 0 | 1 {
  return decimal.c[0] === 0 ? 0 : decimal.s < 0 ? -1 : 1;
}

/** −decimal, and zero without a sign. */
export function negated(decimal: Big): Big {
  return signOf(decimal) === 0 ? zero : decimal.neg();
}

/** decimal × 10^exponent. */
export function timesPowerOfTen(decimal: Big, exponent: number): Big {
  if (signOf(decimal) === 0) return zero;
  const product = new Exact(decimal);
  product.e += exponent;
  return product;
}

function invalid(value: string, why: string): MoneyError {
  return new MoneyError("invalid_decimal", `${JSON.stringify(value.slice(0, 40))} is not an exact decimal: ${why}`);
}
