import { secondOf } from "./compare-instants.js";
import type { CellMovement } from "./movement-cell.js";
import type { Position } from "./position.js";
import type { UsableBalance } from "./usable-balance.js";

/** How far the provider's clock and ours may differ, in milliseconds. */
export const clockTolerance = 60_000;
/** More entries than this within the tolerance, and the balance's instant is taken at its word. */
const most = 200;

/** An entry that may be in a balance or not, whatever the two clocks say. */
export interface UnsettledMovement {
  /** How many balances were taken before it was booked. */
  readonly segment: number;
  readonly postedAt: string;
  readonly id: string;
  readonly position: Position;
  readonly movement: CellMovement;
}

/** The entries booked within a minute of a balance, by the balance's index; null where they are too many to keep. */
export interface Unsettled {
  readonly near: ReadonlyMap<number, readonly UnsettledMovement[] | null>;
  /** @param segment how many balances were taken before the entry was booked */
  add(segment: number, postedAt: string, id: string, position: Position, movement: CellMovement): void;
}

export function createUnsettled(balances: readonly UsableBalance[]): Unsettled {
  const near = new Map<number, UnsettledMovement[] | null>();
  // As text, since every entry is compared: the second's digits decide, so the tolerance is in whole seconds.
  const windows = balances.map(({ takenAt }) => {
    const instant = Date.parse(takenAt);
    return { from: secondAt(instant - clockTolerance), to: secondAt(instant + clockTolerance + 1000) };
  });

  function keep(index: number, entry: UnsettledMovement): void {
    const entries = near.get(index);
    if (entries === null) return;
    if (entries === undefined) near.set(index, [entry]);
    else if (entries.length >= most) near.set(index, null);
    else entries.push(entry);
  }

  function add(segment: number, postedAt: string, id: string, position: Position, movement: CellMovement): void {
    const next = windows[segment];
    const before = windows[segment - 1];
    const isNearNext = next !== undefined && postedAt >= next.from;
    const isNearBefore = before !== undefined && postedAt < before.to;
    if (!isNearNext && !isNearBefore) return;
    const entry = { segment, postedAt, id, position, movement };
    if (isNearNext) keep(segment, entry);
    if (isNearBefore) keep(segment - 1, entry);
  }

  return { near, add };
}

function secondAt(time: number): string {
  return secondOf(new Date(time).toISOString());
}
