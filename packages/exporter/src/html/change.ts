import { compare, decimalText, divide, isZero, money, multiply, subtract } from "@spendbook/normalizer";

/** An amount beside the one of the month before. */
export interface Change {
  /** Now − then, an exact decimal text. */
  readonly difference: string;
  /** The difference in hundredths of then, rounded to one place for reading; null where then was nothing or negative. */
  readonly percent: string | null;
}

/** How an amount changed, null where either is not known. */
export function changeOf(now: string | null, then: string | null, currency: string): Change | null {
  if (now === null || then === null) return null;
  const before = money(then, currency);
  const difference = subtract(money(now, currency), before);
  const isRatio = compare(before, money("0", currency)) > 0;
  return {
    difference: decimalText(difference),
    percent: isRatio ? decimalText(divide(multiply(difference, "100"), then, 1, "half-even")) : null,
  };
}

/** A change in words: `12.5 % more than the month before`. */
export function changeText(change: Change | null, currency: string): string {
  if (change === null) return "the month before is not known";
  const { difference, percent } = change;
  if (isZero(money(difference, currency))) return "the same as the month before";
  const direction = difference.startsWith("-") ? "less" : "more";
  const size = percent === null || percent === "0" ? `${currency} ${difference}` : `${percent} %`;
  return `${size.replace("-", "")} ${direction} than the month before`;
}
