import type { Big } from "big.js";
import { signOf, zero } from "./exact-decimal.js";
import type { Bucket, EntryKind } from "./ledger-entry.js";
import { RunningSum } from "./running-sum.js";

/** What of an entry the sums need. */
export interface CellMovement {
  readonly kind: EntryKind;
  readonly bucket: Bucket | null;
  readonly amount: Big;
  /** Signed; null where the entry does not state them. */
  readonly credits: Big | null;
}

/** The movements between two balances, so far as they lie in one position to the month. */
export interface Cell {
  entries: number;
  /** By kind, part of the wallet, and direction; see `slotOf`. */
  readonly amounts: (RunningSum | undefined)[];
  /** Null where the wallet is not kept in credits, or one movement does not state them. */
  credits: Big | null;
  /** Those of them that came in. */
  creditsIn: Big;
}

const kinds: readonly EntryKind[] = [
  "usage",
  "refund",
  "top-up",
  "grant",
  "expiry",
  "fee",
  "adjustment",
  "unclassified",
];
const parts: readonly (Bucket | null)[] = [null, "paid", "granted", "earned"];
const kindSlots = Object.fromEntries(kinds.map((kind, index) => [kind, index * 8])) as Record<EntryKind, number>;
const partSlots = { paid: 2, granted: 4, earned: 6 } as const satisfies Record<Bucket, number>;

export function createCell(isInCredits: boolean): Cell {
  return { entries: 0, amounts: [], credits: isInCredits ? zero : null, creditsIn: zero };
}

export function addToCell(cell: Cell, movement: CellMovement): void {
  change(cell, movement, 1);
}

/** The opposite of `addToCell`. */
export function takeFromCell(cell: Cell, movement: CellMovement): void {
  change(cell, movement, -1);
}

function change(cell: Cell, { kind, bucket, amount, credits }: CellMovement, sign: 1 | -1): void {
  cell.entries += sign;
  const slot = kindSlots[kind] + (bucket === null ? 0 : partSlots[bucket]) + (signOf(amount) < 0 ? 1 : 0);
  let sum = cell.amounts[slot];
  if (sum === undefined) {
    sum = new RunningSum();
    cell.amounts[slot] = sum;
  }
  if (sign > 0) sum.add(amount);
  else sum.subtract(amount);
  if (cell.credits === null) return;
  if (credits === null) {
    cell.credits = null;
    return;
  }
  const change = sign > 0 ? credits : credits.neg();
  cell.credits = cell.credits.plus(change);
  if (signOf(credits) > 0) cell.creditsIn = cell.creditsIn.plus(change);
}

/** One sum of a cell, with what it is of. */
export interface CellSum {
  readonly kind: EntryKind;
  readonly bucket: Bucket | null;
  readonly isIn: boolean;
  readonly amount: Big;
}

export function sumsOfCell(cell: Cell): CellSum[] {
  const sums: CellSum[] = [];
  for (const [slot, amount] of cell.amounts.entries()) {
    const [kind, bucket] = [kinds[slot >> 3], parts[(slot >> 1) & 3]];
    if (amount !== undefined && kind !== undefined && bucket !== undefined) {
      sums.push({ kind, bucket, isIn: (slot & 1) === 0, amount: amount.total });
    }
  }
  return sums;
}
