import type { Big } from "big.js";
import type { Money } from "./money.js";

/** Every digit in plain notation, without exponent, trailing zeros or a sign on zero: `-0.0000012`. */
export function decimalText(value: Big | Money): string {
  return "amount" in value ? value.amount.toFixed() : value.toFixed();
}
