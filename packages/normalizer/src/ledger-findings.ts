import type { Big } from "big.js";
import type { Case } from "./assessment.js";
import { isBefore } from "./compare-instants.js";
import { type Comparable, inCredits } from "./differences.js";
import { zero } from "./exact-decimal.js";
import type { LedgerRoll } from "./roll-ledger.js";
import { amountOf, sumBefore } from "./sum-cells.js";
import { isAtEdge, type UsableBalance } from "./usable-balance.js";

/** What the balances say about a full ledger's month; differences are stated − recorded. */
export interface LedgerFindings {
  /** What decides: the wallet's credits where it is kept in them, else its currency. */
  readonly comparable: Comparable;
  /** The balances that stand for the month's beginning and end. */
  readonly first: number;
  readonly last: number;
  /** The first balance taken when the month was over, or else the last before. */
  readonly compared: number;
  /** Whether the month's end had passed by then. */
  readonly isOver: boolean;
  /** Whether a difference at the beginning can be told from one that arose in the month. */
  readonly isPlaced: boolean;
  /** What was there at the beginning, and what arose within the month, in the deciding figure and in currency. */
  readonly carried: Big;
  readonly arisen: Big;
  readonly carriedInCurrency: Big;
  readonly arisenInCurrency: Big;
  /** What arose after `last` and by `compared`, and what arose across the month's beginning. */
  readonly arisenSince: Big;
  readonly arisenAcross: Big;
  /** When the newest balance was taken, if it is later than `compared` and all records sum to it; else null. */
  readonly agreesAt: string | null;
  /** Balances of the month that neither what was carried nor what arose accounts for, with what they differ by. */
  readonly strays: readonly Stray[];
}

export interface Stray {
  readonly takenAt: string;
  readonly difference: Big;
}

/** Null where there is no balance, or none whose deciding figure is known. */
export function findingsOf({ sums, cells, scope }: Case, roll: LedgerRoll): LedgerFindings | null {
  const { first, last, isPlaced, comparable, decided, opening, unexplained } = roll;
  const at = last === null ? null : (decided[last] ?? null);
  if (first === null || last === null || comparable === null || at === null || unexplained === null) return null;
  const carriedInCurrency = opening.amount.minus(sumBefore(cells, "start", amountOf) ?? zero);
  const openedWith = isPlaced ? (decided[first] ?? zero) : zero;
  const carried = comparable === inCredits ? openedWith : carriedInCurrency;
  const after = sums.balances.findIndex(({ takenAt }) => !isBefore(takenAt, scope.end));
  const compared = after === -1 ? last : Math.max(after, last);
  const newest = sums.balances.length - 1;
  return {
    comparable,
    first,
    last,
    compared,
    isOver: after !== -1,
    isPlaced,
    carried,
    arisen: at.minus(carried),
    carriedInCurrency,
    arisenInCurrency: unexplained,
    arisenSince: (decided[compared] ?? at).minus(at),
    arisenAcross: acrossStart(sums.balances, first, isPlaced, scope.start, decided),
    agreesAt: compared < newest && decided[newest]?.eq(zero) === true ? (sums.balances[newest]?.takenAt ?? null) : null,
    strays: sums.balances.flatMap(({ takenAt }, index): Stray[] => {
      const difference = decided[index] ?? null;
      const isOfMonth = !isBefore(takenAt, scope.start) && index < compared;
      if (!isOfMonth || difference === null || difference.eq(carried) || difference.eq(at)) return [];
      return [{ takenAt, difference }];
    }),
  };
}

/** What arose between a balance of before the month and one taken well within it: it may belong to either month. */
function acrossStart(
  balances: readonly UsableBalance[],
  first: number,
  isPlaced: boolean,
  start: string,
  decided: readonly (Big | null)[],
): Big {
  const balance = balances[first];
  if (!isPlaced || balance === undefined || isBefore(balance.takenAt, start) || isAtEdge(balance, start)) return zero;
  return (decided[first] ?? zero).minus(decided[first - 1] ?? zero);
}
