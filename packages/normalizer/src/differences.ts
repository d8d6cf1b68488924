import type { Big } from "big.js";
import { zero } from "./exact-decimal.js";
import type { CellMovement } from "./movement-cell.js";
import { amountOf, type Cells, creditsOf, type Measure } from "./sum-cells.js";
import type { UsableBalance } from "./usable-balance.js";
import type { WalletSums } from "./wallet-sums.js";

/** A figure that both the balances and the movements state. */
export interface Comparable {
  readonly unit: string;
  readonly measure: Measure;
  readonly zero: Big;
  stated(balance: UsableBalance): Big | null;
  figureOf(movement: CellMovement): Big | null;
}

export function inCurrency(currency: string): Comparable {
  return {
    unit: currency,
    measure: amountOf,
    zero,
    stated: (balance) => balance.stated,
    figureOf: (movement) => movement.amount,
  };
}

export const inCredits: Comparable = {
  unit: "credits",
  measure: creditsOf,
  zero,
  stated: (balance) => balance.statedCredits,
  figureOf: (movement) => movement.credits,
};

/**
 * For each balance, oldest first, what it states less the sum of all records booked by then; null where either is
 * unknown. The change from one to the next is what moved between them without a record.
 */
export function differencesOf(
  { balances }: Pick<WalletSums, "balances">,
  cells: Cells,
  { measure, stated }: Comparable,
): (Big | null)[] {
  const segments: (Big | null)[] = balances.map(() => zero);
  for (const [index, cell] of cells.entries()) {
    const segment = index >> 2;
    const sum = segments[segment] ?? null;
    if (cell === undefined || cell.entries === 0 || segment >= segments.length || sum === null) continue;
    segments[segment] = addKnown(sum, measure(cell));
  }
  let through: Big | null = zero;
  return balances.map((balance, index) => {
    through = addKnown(through, segments[index] ?? null);
    return through === null ? null : (stated(balance)?.minus(through) ?? null);
  });
}

function addKnown(a: Big | null, b: Big | null): Big | null {
  return a === null || b === null ? null : a.plus(b);
}
