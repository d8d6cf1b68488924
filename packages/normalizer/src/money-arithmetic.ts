import { exactDecimal, negated, signOf, zero } from "./exact-decimal.js";
import type { Money } from "./money.js";
import { CurrencyMismatchError } from "./money-error.js";

/** a + b, exactly. Throws `CurrencyMismatchError` where the currencies differ, as does every function of two amounts. */
export function add<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  requireSameCurrency(a.currency, b.currency);
  return { amount: a.amount.plus(b.amount), currency: a.currency };
}

/** a − b, exactly. */
export function subtract<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  requireSameCurrency(a.currency, b.currency);
  return { amount: a.amount.minus(b.amount), currency: a.currency };
}

/** −a; zero stays zero without a sign. */
export function negate<C extends string>(a: Money<C>): Money<C> {
  return { amount: negated(a.amount), currency: a.currency };
}

/** −1, 0 or 1, as a is less than, equal to or greater than b. */
export function compare<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 {
  requireSameCurrency(a.currency, b.currency);
  return a.amount.cmp(b.amount);
}

/** Whether an amount is nothing. */
export function isZero(a: Money): boolean {
  return signOf(a.amount) === 0;
}

/** The exact sum; the currency is stated because a sum of nothing has one too. */
export function sum<C extends string>(amounts: Iterable<Money<NoInfer<C>>>, currency: C): Money<C> {
  let total = zero;
  for (const each of amounts) {
    requireSameCurrency(currency, each.currency);
    total = total.plus(each.amount);
  }
  return { amount: total, currency };
}

/** a × factor, exactly; the factor is a plain decimal. */
export function multiply<C extends string>(a: Money<C>, factor: string | number): Money<C> {
  return { amount: a.amount.times(exactDecimal(factor)), currency: a.currency };
}

function requireSameCurrency(expected: string, actual: string): void {
  if (expected !== actual) throw new CurrencyMismatchError(expected, actual);
}
