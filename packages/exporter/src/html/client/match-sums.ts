import type { SearchedLine } from "./find-lines.js";
import { sumDecimals } from "./sum-decimals.js";

/** What lines sum to, by currency; lines of unknown direction belong to no sum. */
export function matchSums(
  lines: readonly SearchedLine[],
): readonly { readonly currency: string; readonly sum: string }[] {
  const amounts = new Map<string, string[]>();
  for (const { values } of lines) {
    const { currency, amount } = values;
    if (currency === null || amount === null) continue;
    const own = amounts.get(currency);
    if (own === undefined) amounts.set(currency, [amount]);
    else own.push(amount);
  }
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({ currency, sum: sumDecimals(own) }));
}
