import type { Big } from "big.js";

/** An exact amount in one currency (ISO 4217, upper case); the currency is part of the type. */
export interface Money<C extends string = string> {
  readonly amount: Big;
  readonly currency: C;
}
