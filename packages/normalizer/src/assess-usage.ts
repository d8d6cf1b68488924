import type { Big } from "big.js";
import type { Assessment, Case } from "./assessment.js";
import { checkUsage } from "./checks/check-usage.js";
import { isBefore } from "./compare-instants.js";
import { differencesOf, inCurrency } from "./differences.js";
import { figureFromBalance, figureFromClosed } from "./edge-figure.js";
import { signOf, zero } from "./exact-decimal.js";
import { inferTopUps } from "./infer-top-ups.js";
import { judgeUsage } from "./judge-usage.js";
import { amountOf, sumWithin } from "./sum-cells.js";
import { isAtEdge, nearestBalance, type UsableBalance } from "./usable-balance.js";

/** What moved between a balance and the one before it, by index, that no record tells: money in, or a missing record. */
export interface Interval {
  readonly from: UsableBalance;
  readonly to: UsableBalance;
  readonly unrecorded: Big;
}

/** What the balances say about the month of a wallet whose money in is not listed. */
export interface UsageFindings {
  readonly isOpeningKnown: boolean;
  readonly isClosingKnown: boolean;
  /** The balances that stand for the month's beginning and end; null where there is none at all. */
  readonly first: number | null;
  readonly last: number | null;
  /** The first balance taken when the month was over; null where there is none yet. */
  readonly after: number | null;
  /** Of the month, by the rule of `inferTopUps`. */
  readonly intervals: readonly Interval[];
  /** Those that lie across the month's beginning or end, not within a day of it: they may be of either month. */
  readonly across: readonly Interval[];
  /** What the last balance of before the month's end and the first after it leave open; zero where there is nothing. */
  readonly since: Big;
  readonly unexplained: Big | null;
}

/**
 * Roll-forward and proof of a wallet of which only the spending is recorded. A balance is rolled through the known
 * entries only; what two balances show beyond them is a top-up where it is money in, else a missing record.
 */
export function assessUsage(each: Case): Assessment {
  const { sums, cells, scope, closed, isPartial } = each;
  const { balances } = sums;
  const { start, end } = scope;
  const [first, last] = [nearestBalance(balances, start), nearestBalance(balances, end)];
  const after = balances.findIndex(({ takenAt }) => !isBefore(takenAt, end));
  const intervals = intervalsOf(each);
  const opened = closed?.closing == null ? null : figureFromClosed(closed.closing);
  const balanced = (index: number | null, edge: "start" | "end", instant: string) =>
    index === null || isPartial || !isBracketed(balances, index, instant)
      ? null
      : figureFromBalance(cells, balances, index, edge, instant);
  const opening = opened ?? balanced(first, "start", start);
  const closing = balanced(last, "end", end);

  const own = first === null || last === null || isPartial ? [] : intervals.slice(first, last);
  const inferred = inferTopUps(sums, own, scope);
  const moneyIn = inferred.reduce((sum, { amount }) => sum.plus(amount?.amount ?? zero), zero);
  const within = sumWithin(cells, amountOf) ?? zero;
  const unexplained =
    opening === null || closing === null ? null : closing.amount.minus(opening.amount).minus(within).minus(moneyIn);
  const findings: UsageFindings = {
    isOpeningKnown: opening !== null,
    isClosingKnown: closing !== null,
    first,
    last,
    after: after === -1 ? null : after,
    intervals: own,
    across: acrossEdges(each, intervals, first, last),
    since: last !== null && after > last ? (intervals[last]?.unrecorded ?? zero) : zero,
    unexplained,
  };
  const { verdict, notes } = judgeUsage(each, findings);
  return {
    verdict,
    isWhole: !isPartial,
    opening,
    closing,
    unexplained,
    inferred,
    isMoneyInKnown: opening !== null && closing !== null && own.length > 0,
    compared: null,
    checks: checkUsage(each, findings, verdict),
    notes,
  };
}

/** From each balance to the next: the first lies between balances 0 and 1. */
function intervalsOf({ sums, cells }: Case): Interval[] {
  const differences = differencesOf(sums, cells, inCurrency(sums.currency));
  return sums.balances.flatMap((to, index) => {
    const from = sums.balances[index - 1];
    if (from === undefined) return [];
    return [{ from, to, unrecorded: (differences[index] ?? zero).minus(differences[index - 1] ?? zero) }];
  });
}

/** Money may have come in unseen beyond the first and the last balance, so an edge lies between two, or near one. */
function isBracketed(balances: readonly UsableBalance[], index: number, instant: string): boolean {
  const [oldest, newest] = [balances[0], balances.at(-1)];
  if (oldest === undefined || newest === undefined) return false;
  if (isAtEdge(balances[index], instant)) return true;
  return isBefore(oldest.takenAt, instant) && !isBefore(newest.takenAt, instant);
}

function acrossEdges(
  { sums, scope }: Case,
  intervals: readonly Interval[],
  first: number | null,
  last: number | null,
): Interval[] {
  const edges = [
    [first, scope.start],
    [last, scope.end],
  ] as const;
  return edges.flatMap(([index, instant]) => {
    if (index === null || isAtEdge(sums.balances[index], instant)) return [];
    const across = intervals.find(({ from, to }) => isBefore(from.takenAt, instant) && !isBefore(to.takenAt, instant));
    return across === undefined || signOf(across.unrecorded) === 0 ? [] : [across];
  });
}
