import type { Big } from "big.js";
import { decimalPlaces } from "./decimal-places.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import type { Money } from "./money.js";
import { MoneyError } from "./money-error.js";

/**
 * Splits an amount in proportion to weights, into parts that sum exactly to it. Parts have at
 * most `scale` decimal places (default: as many as the amount has); the units left over go to
 * the largest remainders, the earlier part first on a tie. Throws `MoneyError`:
 * `invalid_weights` where a weight is negative or all are zero, `invalid_places` where the
 * amount itself has more decimals than `scale`.
 */
export function allocate<C extends string>(
  money: Money<C>,
  weights: readonly (string | number)[],
  scale: number = decimalPlaces(money.amount),
): Money<C>[] {
  return allocateDecimal(money.amount, weights, scale).map((amount) => ({ amount, currency: money.currency }));
}

/** `allocate` for a bare decimal. */
export function allocateDecimal(amount: Big, weights: readonly (string | number)[], scale: number): Big[] {
  if (!Number.isInteger(scale) || scale < decimalPlaces(amount) || scale > 60) {
    throw new MoneyError("invalid_places", `parts of ${scale} decimals cannot sum to ${amount.toFixed()}`);
  }
  const shares = integerWeights(weights);
  const total = shares.reduce((a, b) => a + b, 0n);
  if (total === 0n) throw new MoneyError("invalid_weights", "cannot split by weights that are all zero");

  const whole = scaledInteger(amount.abs(), scale);
  const parts = shares.map((share) => (whole * share) / total);
  const remainders = shares.map((share) => (whole * share) % total);
  const left = Number(whole - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = remainders.map((_, index) => index).sort((a, b) => order(remainders[b], remainders[a]) || a - b);
  for (const index of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;

  const sign = amount.s < 0 ? "-" : "";
  return parts.map((part) => exactDecimal(part === 0n ? "0" : `${sign}${part}e-${scale}`));
}

function integerWeights(weights: readonly (string | number)[]): bigint[] {
  const decimals = weights.map(exactDecimal);
  if (decimals.some((weight) => signOf(weight) < 0)) {
    throw new MoneyError("invalid_weights", "cannot split by a negative weight");
  }
  const places = Math.max(0, ...decimals.map(decimalPlaces));
  return decimals.map((weight) => scaledInteger(weight, places));
}

function scaledInteger(decimal: Big, places: number): bigint {
  return BigInt(decimal.times(`1e${places}`).toFixed());
}

function order(a: bigint | undefined = 0n, b: bigint | undefined = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
