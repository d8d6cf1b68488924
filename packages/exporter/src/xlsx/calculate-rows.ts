import { quoted, sumIfs } from "./formulas.js";
import { snapped } from "./live-cell.js";
import { type RollForwardRow, rowAt } from "./roll-forward-rows.js";
import type { WrittenTransactions } from "./write-transactions.js";

/** What the amount of a roll-forward's row is: a formula's result, or a given figure; null where it is not known. */
export interface CalculatedRow {
  readonly formula: string | null;
  readonly result: number | null;
}

export interface WalletPlace {
  /** The number of the wallet's first row. */
  readonly start: number;
  readonly walletNumber: number;
  /** Null where sums over them would take too long. */
  readonly transactions: WrittenTransactions | null;
}

/** Calculates the rows of a wallet as the workbook will, one after the other. */
export function calculateRows(rows: readonly RollForwardRow[], place: WalletPlace): readonly CalculatedRow[] {
  const results: (number | null)[] = [];
  const sumOf = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return rows.map(({ amount, live }, index) => {
    const calculated = amount === null ? null : calculate(live, index);
    const given = amount === null ? null : Number(amount);
    const result = calculated === null ? given : snapped(calculated.result, amount);
    results.push(result);
    return { formula: calculated?.formula ?? null, result };
  });

  function calculate(live: RollForwardRow["live"], index: number) {
    const cell = (offset: number) => `G${place.start + offset}`;
    if (live === undefined) return null;
    if (live === "spend") {
      const result = -sumOf([results[rowAt.refunds] ?? 0, results[rowAt.usage] ?? 0]);
      return { formula: `-SUM(${cell(rowAt.refunds)},${cell(rowAt.usage)})`, result };
    }
    if ("above" in live) {
      const formula = `SUM(${cell(index - live.above)}:${cell(index - 1)})`;
      return { formula, result: sumOf(results.slice(index - live.above, index)) };
    }
    if (place.transactions === null) return null;
    const { blocks, amount, kind, walletNumber, sumOf: transactionSum } = place.transactions;
    const criteria = [
      [walletNumber, String(place.walletNumber)],
      [kind, quoted(live.kind)],
    ] as const;
    return { formula: sumIfs(blocks, amount, criteria), result: transactionSum(place.walletNumber, live.kind) };
  }
}
