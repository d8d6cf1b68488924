import type { Big } from "big.js";
import BigConstructor from "big.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import type { Money } from "./money.js";
import { MoneyError } from "./money-error.js";

/**
 * How a digit that does not fit is dropped. `half-even` sends a tie to the even neighbour,
 * `half-up` away from zero; `down` is towards zero, `up` away from it; `floor` towards −∞,
 * `ceiling` towards +∞. There is no default: money is never rounded by accident.
 */
export type RoundingMode = "half-even" | "half-up" | "down" | "up" | "floor" | "ceiling";

/** Rounds to so many decimal places. Throws `MoneyError` `invalid_places` unless places is an integer from 0 to 60. */
export function round<C extends string>(money: Money<C>, places: number, mode: RoundingMode): Money<C> {
  requirePlaces(places);
  return { amount: money.amount.round(places, bigMode(mode, money.amount.s)), currency: money.currency };
}

// Its own constructor, because big.js takes a division's places and mode from there.
const Quotient = BigConstructor();

/**
 * money ÷ divisor, rounded once, by name. Throws `MoneyError` `division_by_zero`, and
 * `invalid_places` as `round` does.
 */
export function divide<C extends string>(
  money: Money<C>,
  divisor: string | number,
  places: number,
  mode: RoundingMode,
): Money<C> {
  requirePlaces(places);
  const by = exactDecimal(divisor);
  if (signOf(by) === 0) throw new MoneyError("division_by_zero", "cannot divide an amount by zero");
  Quotient.DP = places;
  Quotient.RM = bigMode(mode, money.amount.s * by.s);
  const quotient: Big = new Quotient(money.amount).div(by);
  return { amount: exactDecimal(quotient.toFixed()), currency: money.currency };
}

function requirePlaces(places: number): void {
  if (!Number.isInteger(places) || places < 0 || places > 60) {
    throw new MoneyError("invalid_places", `${places} is not a number of decimal places: use an integer from 0 to 60`);
  }
}

function bigMode(mode: RoundingMode, sign: number): 0 | 1 | 2 | 3 {
  switch (mode) {
    case "half-even":
      return 2;
    case "half-up":
      return 1;
    case "down":
      return 0;
    case "up":
      return 3;
    case "floor":
      return sign < 0 ? 3 : 0;
    case "ceiling":
      return sign < 0 ? 0 : 3;
    default:
      throw new MoneyError("invalid_places", `"${String(mode satisfies never)}" is not a rounding mode`);
  }
}
