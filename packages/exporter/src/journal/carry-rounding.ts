import { add, type Money, money, round, subtract } from "@spendbook/normalizer";

/**
 * Rounds the amounts of a series, half to even, and carries what each leaves over to the next: after every amount the
 * rounded ones sum to the exact total, rounded. `start` is what the series stood at before, so that months go on from
 * one another. Throws `MoneyError` `invalid_places`, `CurrencyMismatchError`.
 */
export function createCarryRounding<C extends string>(
  currency: C,
  places: number,
  start = "0",
): (amount: Money<C>) => Money<C> {
  let exact: Money<C> = money(start, currency);
  let rounded = round(exact, places, "half-even");
  return (amount) => {
    exact = add(exact, amount);
    const next = round(exact, places, "half-even");
    const difference = subtract(next, rounded);
    rounded = next;
    return difference;
  };
}
