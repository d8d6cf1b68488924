import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { type Comparable, differencesOf } from "./differences.js";
import { addToCell, type Cell, createCell, takeFromCell } from "./movement-cell.js";
import type { Cells } from "./sum-cells.js";
import type { UnsettledMovement } from "./unsettled.js";
import type { WalletSums } from "./wallet-sums.js";

/**
 * The cells, with the entries beside a balance counted as in it or not so that both agree: a balance's instant is that
 * of our clock, an entry's is the provider's. Only entries of the minute around a balance are moved, and only in the
 * order of time. So that no lost or doubled record can hide there, a later balance must show that the difference was
 * one of the moment; for the newest, which none follows, only records stamped later than it are taken into it.
 * @param isWhole whether all records are to sum to the balance, rather than those between two balances only
 */
export function settleCells(sums: WalletSums, comparable: Comparable, isWhole: boolean): Cells {
  const cells = sums.cells.map((cell) =>
    cell === undefined ? undefined : { ...cell, amounts: cell.amounts.map((sum) => sum?.copy()) },
  );
  const differences = differencesOf(sums, cells, comparable);
  const segments = new Map<UnsettledMovement, number>();

  function move(entry: UnsettledMovement, to: number): void {
    const from = segments.get(entry) ?? entry.segment;
    if (from === to) return;
    takeFromCell(cellAt(cells, from, entry), entry.movement);
    addToCell(cellAt(cells, to, entry), entry.movement);
    segments.set(entry, to);
    const figure = comparable.figureOf(entry.movement);
    for (let index = Math.min(from, to); index < Math.max(from, to); index += 1) {
      const difference = differences[index] ?? null;
      if (figure === null || difference === null) differences[index] = null;
      else differences[index] = to < from ? difference.minus(figure) : difference.plus(figure);
    }
  }

  for (const index of sums.balances.keys()) {
    const near = sums.unsettled.near.get(index) ?? [];
    const difference = differences[index] ?? null;
    if (near.length === 0 || difference === null) continue;
    const isNewest = index === sums.balances.length - 1;
    const later = differences.slice(index + 1);
    const wanted = [differences[index - 1] ?? null, isWhole ? comparable.zero : null].filter((each) => each !== null);
    if (wanted.some((each) => each.eq(difference))) continue;
    const sought = wanted.filter((each) => isNewest || later.some((figure) => figure?.eq(each) === true));
    if (sought.length > 0) settle(index, near, sought, isNewest);
  }
  return cells;

  function settle(index: number, near: readonly UnsettledMovement[], sought: readonly Big[], isNewest: boolean): void {
    const byTime = [...near].sort((a, b) => compareInstants(a.postedAt, b.postedAt) || (a.id < b.id ? -1 : 1));
    const before = new Map(byTime.map((entry) => [entry, segments.get(entry) ?? entry.segment]));
    const included = byTime.filter((entry) => (before.get(entry) ?? 0) <= index).length;
    const cuts = Array.from({ length: byTime.length + 1 }, (_, cut) => cut)
      .filter((cut) => cut > included || (cut < included && !isNewest))
      .sort((a, b) => Math.abs(a - included) - Math.abs(b - included) || a - b);
    for (const cut of cuts) {
      for (const [place, entry] of byTime.entries()) {
        const segment = before.get(entry) ?? entry.segment;
        move(entry, place < cut ? Math.min(segment, index) : Math.max(segment, index + 1));
      }
      if (sought.some((each) => differences[index]?.eq(each) === true)) return;
    }
    for (const [entry, segment] of before) move(entry, segment);
  }
}

function cellAt(cells: (Cell | undefined)[], segment: number, { position, movement }: UnsettledMovement): Cell {
  const index = segment * 4 + position;
  const cell = cells[index] ?? createCell(movement.credits !== null);
  cells[index] = cell;
  return cell;
}
