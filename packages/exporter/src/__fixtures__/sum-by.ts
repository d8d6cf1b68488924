import type { StatementLine } from "@spendbook/normalizer";
import { decimalText } from "@spendbook/normalizer";
import { decimalOf, microsOf } from "./statement.js";

/** Spending and line count by what `keysOf` gives, in the order of first appearance, in whole millionths. */
export function sumBy<Keys extends object>(lines: readonly StatementLine[], keysOf: (line: StatementLine) => Keys) {
  const sums = new Map<string, { keys: Keys; micros: bigint; lines: number }>();
  for (const line of lines) {
    const keys = keysOf(line);
    const key = JSON.stringify(keys);
    const sum = sums.get(key) ?? { keys, micros: 0n, lines: 0 };
    sum.micros -= line.amount === null ? 0n : microsOf(decimalText(line.amount));
    sum.lines += 1;
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ keys, micros, lines: count }) => ({
    ...keys,
    spend: decimalOf(micros),
    lines: count,
  }));
}
