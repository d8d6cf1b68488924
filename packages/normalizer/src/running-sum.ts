import type { Big } from "big.js";
import { decimalPlaces } from "./decimal-places.js";
import { exactDecimal, signOf } from "./exact-decimal.js";

/** The decimal places that a sum begins with: as many as tokens are divided into. */
const usualPlaces = 18;
/** Every number of so many digits is a safe integer. */
const safeDigits = 15;

/**
 * An exact sum that grows, as whole units of 10^−places; places are added where a decimal has more. An entry goes into
 * several sums, and big.js copies both numbers at each addition.
 */
export class RunningSum {
  #units = 0n;
  #places = usualPlaces;

  add(decimal: Big): void {
    const places = decimalPlaces(decimal);
    if (places > this.#places) {
      this.#units *= powerOfTen(places - this.#places);
      this.#places = places;
    }
    this.#units += unitsOf(decimal, this.#places);
  }

  subtract(decimal: Big): void {
    this.add(decimal.neg());
  }

  get total(): Big {
    return exactDecimal(`${this.#units}e-${this.#places}`);
  }

  copy(): RunningSum {
    const copy = new RunningSum();
    copy.#units = this.#units;
    copy.#places = this.#places;
    return copy;
  }
}

let latest: { readonly decimal: Big; readonly places: number; readonly units: bigint } | null = null;

/** Remembers the latest, which goes into one sum after the other. */
function unitsOf(decimal: Big, places: number): bigint {
  if (latest?.decimal !== decimal || latest.places !== places) {
    const digits = decimal.c.length <= safeDigits ? BigInt(numberOf(decimal.c)) : BigInt(decimal.c.join(""));
    const size = digits * powerOfTen(places - (decimal.c.length - 1 - decimal.e));
    latest = { decimal, places, units: signOf(decimal) < 0 ? -size : size };
  }
  return latest.units;
}

function numberOf(digits: readonly number[]): number {
  let number = 0;
  for (const digit of digits) number = number * 10 + digit;
  return number;
}

const powers: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  const known = powers[exponent] ?? 10n ** BigInt(exponent);
  powers[exponent] = known;
  return known;
}
