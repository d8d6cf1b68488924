import type { Big } from "big.js";
import { decimalText } from "./decimal-text.js";

/** "The records sum to 9 USD; the provider's balance at … is 10 USD; the difference is 1 USD." */
export function describeFigures(found: Big, stated: Big, unit: string, what: string): string {
  const sum = `The records sum to ${decimalText(found)} ${unit}`;
  return found.eq(stated)
    ? `${sum}, equal to ${what}.`
    : `${sum}; ${what} is ${decimalText(stated)} ${unit}; the difference is ${decimalText(stated.minus(found))} ${unit}.`;
}

/** What a balance and the records say about the time between two balances. */
export function describeChange(stated: Big, found: Big, unit: string, from: string, to: string): string {
  const between = `From ${from} to ${to} the provider's balance moved by ${decimalText(stated)} ${unit}`;
  return found.eq(stated)
    ? `${between}, and so did the records.`
    : `${between}, the records by ${decimalText(found)} ${unit}; the difference is ${decimalText(stated.minus(found))} ${unit}.`;
}
