import type { Big } from "big.js";

/** How many digits stand after the decimal point. */
export function decimalPlaces(amount: Big): number {
  return Math.max(0, amount.c.length - 1 - amount.e);
}
