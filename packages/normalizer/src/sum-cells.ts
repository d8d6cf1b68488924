import type { Big } from "big.js";
import { zero } from "./exact-decimal.js";
import type { Bucket } from "./ledger-entry.js";
import { type Cell, sumsOfCell } from "./movement-cell.js";
import { type Position, positions } from "./position.js";

/** What is summed: null where a cell does not state it. */
export type Measure = (cell: Cell) => Big | null;

export const amountOf: Measure = (cell) => sumsOfCell(cell).reduce((total, { amount }) => total.plus(amount), zero);
export const creditsOf: Measure = ({ credits }) => credits;

export const creditsInOf: Measure = ({ credits, creditsIn }) => (credits === null ? null : creditsIn);

/** What moved one part of a wallet, or no stated part; in one direction, or both. */
export function partOf(bucket: Bucket | null, direction?: "in" | "out"): Measure {
  return (cell) =>
    sumsOfCell(cell)
      .filter((sum) => sum.bucket === bucket && (direction === undefined || sum.isIn === (direction === "in")))
      .reduce((total, { amount }) => total.plus(amount), zero);
}

export type Cells = readonly (Cell | undefined)[];
type Choice = (segment: number, position: Position) => boolean;

/** The sum over the chosen cells; null as soon as one of them does not state it. */
export function sumCells(cells: Cells, measure: Measure, choice: Choice): Big | null {
  let total: Big | null = zero;
  for (const [segment, position, cell] of placesOf(cells)) {
    if (!choice(segment, position)) continue;
    const amount: Big | null = measure(cell);
    total = amount === null ? null : (total?.plus(amount) ?? null);
  }
  return total;
}

function countEntries(cells: Cells, choice: Choice): number {
  let entries = 0;
  for (const [segment, position, cell] of placesOf(cells)) if (choice(segment, position)) entries += cell.entries;
  return entries;
}

function* placesOf(cells: Cells): Iterable<readonly [segment: number, position: Position, cell: Cell]> {
  for (const [index, cell] of cells.entries()) {
    if (cell !== undefined && cell.entries > 0) yield [index >> 2, (index & 3) as Position, cell];
  }
}

/** The month's first instant, or the first instant after it. */
export type Edge = "start" | "end";

function isBeforeEdge(position: Position, edge: Edge): boolean {
  return position < (edge === "start" ? positions.within : positions.after);
}

/** Everything that was booked by the time of a balance. */
export function sumThrough(cells: Cells, index: number, measure: Measure): Big | null {
  return sumCells(cells, measure, (segment) => segment <= index);
}

/** Everything that lies before an edge of the month. */
export function sumBefore(cells: Cells, edge: Edge, measure: Measure): Big | null {
  return sumCells(cells, measure, (_, position) => isBeforeEdge(position, edge));
}

export function countBefore(cells: Cells, edge: Edge): number {
  return countEntries(cells, (_, position) => isBeforeEdge(position, edge));
}

export function sumWithin(cells: Cells, measure: Measure): Big | null {
  return sumCells(cells, measure, (_, position) => position === positions.within);
}

/** Everything booked after one balance and by the time of the next. */
export function sumBetween(cells: Cells, after: number, through: number, measure: Measure): Big | null {
  return sumCells(cells, measure, (segment) => segment > after && segment <= through);
}

/**
 * What is to be added to a balance to have the wallet at an edge. An entry that is in the balance and belongs after the
 * edge is taken out again: by charge period there are such on both sides.
 */
export function rollToEdge(cells: Cells, index: number, edge: Edge, measure: Measure): Big | null {
  const missing = sumCells(cells, measure, (segment, position) => segment > index && isBeforeEdge(position, edge));
  const ahead = sumCells(cells, measure, (segment, position) => segment <= index && !isBeforeEdge(position, edge));
  return missing === null || ahead === null ? null : missing.minus(ahead);
}

export function countToEdge(cells: Cells, index: number, edge: Edge): number {
  return countEntries(cells, (segment, position) => segment > index === isBeforeEdge(position, edge));
}
