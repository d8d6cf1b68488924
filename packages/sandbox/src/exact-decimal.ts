import { Big } from "big.js";

/** Decimals for balances; a quotient has sixteen places, as Flexprice prints. */
export const Exact = Big();
Exact.DP = 16;

/** A figure as a record has it: a decimal text, or a JSON number with its digits. */
export type Figure = string | { toString(): string };

/** The sum of figures, exact. */
export function sumFigures(figures: readonly Figure[]): Big {
  return figures.reduce<Big>((sum, figure) => sum.plus(String(figure)), new Exact(0));
}
