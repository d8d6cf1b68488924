import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { decimalText } from "./decimal-text.js";
import type { Evidence } from "./evidence.js";
import { exactDecimal, negated, zero } from "./exact-decimal.js";
import {
  amountOf,
  type Cells,
  countBefore,
  countToEdge,
  type Edge,
  type Measure,
  rollToEdge,
  sumBefore,
} from "./sum-cells.js";
import { rateOf, type UsableBalance } from "./usable-balance.js";

/** What a wallet held at an edge of the month, and how that is known. */
export interface EdgeFigure {
  readonly amount: Big;
  readonly evidence: Evidence;
}

/**
 * A balance, less or plus what moved between it and the edge. A wallet that is kept in credits moves by them, at the
 * balance's own rate: its records' amounts may be at another.
 */
export function figureFromBalance(
  cells: Cells,
  balances: readonly UsableBalance[],
  index: number,
  edge: Edge,
  instant: string,
): EdgeFigure | null {
  const balance = balances[index];
  if (balance === undefined) return null;
  const missing = rollToEdge(cells, index, edge, worthAt(balance)) ?? rollToEdge(cells, index, edge, amountOf) ?? zero;
  const entries = countToEdge(cells, index, edge);
  const isLater = compareInstants(balance.takenAt, instant) >= 0;
  return {
    amount: balance.stated.plus(missing),
    evidence: {
      method: entries === 0 ? "snapshot" : isLater ? "rolled-back" : "rolled-forward",
      balance: decimalText(balance.stated),
      takenAt: balance.takenAt,
      moved: entries === 0 ? null : decimalText(isLater ? negated(missing) : missing),
      entries,
    },
  };
}

function worthAt(balance: UsableBalance): Measure {
  const rate = rateOf(balance);
  return rate === null ? amountOf : ({ credits }) => credits?.times(rate) ?? null;
}

/** The sum of all records before the edge. */
export function figureFromRecords(cells: Cells, edge: Edge): EdgeFigure {
  const amount = sumBefore(cells, edge, amountOf) ?? zero;
  const entries = countBefore(cells, edge);
  return {
    amount,
    evidence: { method: "ledger-sum", balance: null, takenAt: null, moved: decimalText(amount), entries },
  };
}

/** The closing of the month before, as its closed statement has it. */
export function figureFromClosed(closing: string): EdgeFigure {
  return {
    amount: exactDecimal(closing),
    evidence: { method: "closed-statement", balance: closing, takenAt: null, moved: null, entries: 0 },
  };
}

/** An opening carried through the month's entries, where no balance tells the closing. */
export function figureFromOpening(opening: EdgeFigure, moved: Big, entries: number): EdgeFigure {
  return {
    amount: opening.amount.plus(moved),
    evidence: {
      method: "rolled-forward",
      balance: decimalText(opening.amount),
      takenAt: null,
      moved: decimalText(moved),
      entries,
    },
  };
}
