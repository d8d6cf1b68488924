import type { Big } from "big.js";
import type { Case } from "./assessment.js";
import { isBefore } from "./compare-instants.js";
import { type Comparable, differencesOf, inCredits, inCurrency } from "./differences.js";
import {
  type EdgeFigure,
  figureFromBalance,
  figureFromClosed,
  figureFromOpening,
  figureFromRecords,
} from "./edge-figure.js";
import { zero } from "./exact-decimal.js";
import { amountOf, countBefore, sumWithin } from "./sum-cells.js";
import { hasOneRate, isAtEdge, nearestBalance, rateOf, type UsableBalance } from "./usable-balance.js";

/** A full ledger's month from edge to edge, by the best evidence for each. */
export interface LedgerRoll {
  /** The balances that stand for the month's beginning and end; null where there is none at all. */
  readonly first: number | null;
  readonly last: number | null;
  /** Whether a difference at the beginning can be told from one that arose in the month. */
  readonly isPlaced: boolean;
  /** Null where the credits that decide are not stated. */
  readonly comparable: Comparable | null;
  /** stated − recorded of each balance, in the deciding figure and in currency. */
  readonly decided: readonly (Big | null)[];
  readonly currency: readonly (Big | null)[];
  /** The opening as a closed month has it; null where there is none. */
  readonly opened: EdgeFigure | null;
  readonly opening: EdgeFigure;
  readonly closing: EdgeFigure;
  /** closing − opening − what moved; null where no balance was there to compare. */
  readonly unexplained: Big | null;
}

export function rollLedger(each: Case): LedgerRoll {
  const { sums, cells, scope, closed } = each;
  const { balances } = sums;
  const last = nearestBalance(balances, scope.end);
  const first = nearestBalance(balances, scope.start);
  const currency = differencesOf(sums, cells, inCurrency(sums.currency));
  const comparable = comparableOf(each);
  const decided = comparable === null ? [] : differencesOf(sums, cells, comparable);

  const isPlaced =
    first !== null && last !== null && first !== last && isKnownAt(balances, first, scope.start, decided);
  const isAgreed = first !== null && isAgreedAt(balances[first], decided[first] ?? null, currency[first] ?? null);
  const opened = closed?.closing == null ? null : figureFromClosed(closed.closing);
  const balanced =
    first !== null && (isPlaced || isAgreed) ? figureFromBalance(cells, balances, first, "start", scope.start) : null;
  const opening = opened ?? balanced ?? figureFromRecords(cells, "start");

  const within = sumWithin(cells, amountOf) ?? zero;
  const entries = countBefore(cells, "end") - countBefore(cells, "start");
  const closing =
    (last === null ? null : figureFromBalance(cells, balances, last, "end", scope.end)) ??
    (opened === null ? figureFromRecords(cells, "end") : figureFromOpening(opened, within, entries));
  const unexplained = last === null ? null : closing.amount.minus(opening.amount).minus(within);
  return { first, last, isPlaced, comparable, decided, currency, opened, opening, closing, unexplained };
}

/** Credits decide where a wallet is kept in them; its currency where it has one rate, so that both say the same. */
function comparableOf({ sums, cells }: Case): Comparable | null {
  if (sums.provider !== "flexprice") return inCurrency(sums.currency);
  const areStated = sums.balances.some(({ statedCredits }) => statedCredits !== null);
  if (areStated && cells.every((cell) => cell === undefined || cell.credits !== null)) return inCredits;
  const newest = sums.balances.at(-1);
  return newest !== undefined && hasOneRate(newest) ? inCurrency(sums.currency) : null;
}

/** Whether all records account for a balance: in its credits, where it is worth just those, or in its currency. */
function isAgreedAt(balance: UsableBalance | undefined, decided: Big | null, currency: Big | null): boolean {
  if (currency?.eq(zero) === true) return true;
  return decided?.eq(zero) === true && balance !== undefined && rateOf(balance) !== null;
}

/** Whether a balance tells what was there at the month's beginning: taken by then, soon after, or not the first. */
function isKnownAt(
  balances: readonly UsableBalance[],
  index: number,
  start: string,
  differences: readonly (Big | null)[],
): boolean {
  const balance = balances[index];
  if (balance === undefined) return false;
  return (
    isBefore(balance.takenAt, start) || isAtEdge(balance, start) || index > 0 || differences[index]?.eq(zero) === true
  );
}
