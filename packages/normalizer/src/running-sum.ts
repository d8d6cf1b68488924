import type { Big } from "big.js";
import { decimalPlaces } from "./decimal-places.js";
import { exactDecimal, signOf } from "./exact-decimal.js";

/** The decimal places that a sum begins with: as many as tokens are divided into. */
const usualPlaces = 18;

/** The places of the units in which amounts below a thousand are whole numbers that a double holds exactly. */
const smallPlaces = 12;

/**
 * An exact sum that grows, as whole units of 10^−places; places are added where a decimal has more. An entry goes into
 * several sums, and big.js copies both numbers at each addition. Small amounts gather as a safe integer first, which makes
 * no object at all.
 */
export class RunningSum {
  /** In units of 10^−smallPlaces, and not in `#units` yet. */
  #small = 0;
  #units = 0n;
  #places = usualPlaces;

  add(decimal: Big): void {
    const small = this.#small + smallUnitsOf(decimal);
    if (Number.isSafeInteger(small)) this.#small = small;
    else this.#addLarge(decimal);
  }

  subtract(decimal: Big): void {
    this.add(decimal.neg());
  }

  get total(): Big {
    return exactDecimal(`${this.#allUnits}e-${this.#places}`);
  }

  copy(): RunningSum {
    const copy = new RunningSum();
    copy.#small = this.#small;
    copy.#units = this.#units;
    copy.#places = this.#places;
    return copy;
  }

  #addLarge(decimal: Big): void {
    const places = decimalPlaces(decimal);
    if (places > this.#places) {
      this.#units *= powerOfTen(places - this.#places);
      this.#places = places;
    }
    this.#units = this.#allUnits + unitsOf(decimal, this.#places);
    this.#small = 0;
  }

  get #allUnits(): bigint {
    return this.#units + BigInt(this.#small) * powerOfTen(this.#places - smallPlaces);
  }
}

let latest: Big | null = null;
let latestUnits = 0;

/** Remembers the latest, which goes into one sum after the other; NaN where the decimal is not small. */
function smallUnitsOf(decimal: Big): number {
  if (latest !== decimal) {
    latest = decimal;
    latestUnits = readSmallUnits(decimal);
  }
  return latestUnits;
}

/** Every step is a whole number below 10^15. */
function readSmallUnits({ c: digits, e: exponent, s: sign }: Big): number {
  const end = exponent + 1 + smallPlaces;
  if (exponent > 2 || digits.length > end) return Number.NaN;
  let units = 0;
  for (let place = 0; place < end; place += 1) units = units * 10 + (digits[place] ?? 0);
  return sign < 0 ? -units : units;
}

function unitsOf(decimal: Big, places: number): bigint {
  const units = BigInt(decimal.c.join("")) * powerOfTen(places - (decimal.c.length - 1 - decimal.e));
  return signOf(decimal) < 0 ? -units : units;
}

const powers: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  const known = powers[exponent] ?? 10n ** BigInt(exponent);
  powers[exponent] = known;
  return known;
}
