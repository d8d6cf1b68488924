import type { Big } from "big.js";
import type { Assessment, Case } from "./assessment.js";
import { checkLedger } from "./checks/check-ledger.js";
import { isBefore } from "./compare-instants.js";
import { describeFigures } from "./describe-figures.js";
import { type Comparable, differencesOf, inCredits, inCurrency } from "./differences.js";
import {
  type EdgeFigure,
  figureFromBalance,
  figureFromClosed,
  figureFromOpening,
  figureFromRecords,
} from "./edge-figure.js";
import { zero } from "./exact-decimal.js";
import { judgeLedger } from "./judge-ledger.js";
import type { LedgerFindings, Stray } from "./ledger-findings.js";
import { amountOf, countBefore, sumBefore, sumWithin } from "./sum-cells.js";
import { hasOneRate, isAtEdge, nearestBalance, rateOf, type UsableBalance } from "./usable-balance.js";

/** Roll-forward and proof of a wallet of which all movements are recorded. */
export function assessLedger(each: Case): Assessment {
  const { sums, cells, scope, closed, isPartial } = each;
  const last = nearestBalance(sums.balances, scope.end);
  const first = nearestBalance(sums.balances, scope.start);
  const currency = differencesOf(sums, cells, inCurrency(sums.currency));
  const comparable = comparableOf(each);
  const decided = comparable === null ? [] : differencesOf(sums, cells, comparable);

  const opened = closed?.closing == null ? null : figureFromClosed(closed.closing);
  const isPlaced =
    first !== null && last !== null && first !== last && isKnownAt(sums.balances, first, scope.start, decided);
  const isAgreed = first !== null && isAgreedAt(sums.balances[first], decided[first] ?? null, currency[first] ?? null);
  const balanced =
    first !== null && (isPlaced || isAgreed)
      ? figureFromBalance(cells, sums.balances, first, "start", scope.start)
      : null;
  const opening: EdgeFigure = opened ?? balanced ?? figureFromRecords(cells, "start");
  const within = sumWithin(cells, amountOf) ?? zero;
  const entries = countBefore(cells, "end") - countBefore(cells, "start");
  const closing =
    (last === null ? null : figureFromBalance(cells, sums.balances, last, "end", scope.end)) ??
    (opened === null ? figureFromRecords(cells, "end") : figureFromOpening(opened, within, entries));
  const figures = { opening, closing, inferred: [], isMoneyInKnown: true };
  const unexplained = last === null ? null : closing.amount.minus(opening.amount).minus(within);

  const at = last === null ? null : (decided[last] ?? null);
  if (first === null || last === null || comparable === null || at === null || unexplained === null) {
    const note = last === null ? noBalanceNote : noCreditsNote;
    const checks = checkLedger(each, null);
    const isWhole = !isPartial;
    const known = isWhole ? figures : { ...figures, opening: opened, closing: null };
    return { ...known, verdict: "unproved", isWhole, unexplained: null, compared: last, checks, notes: [note] };
  }

  const carriedInCurrency = opening.amount.minus(sumBefore(cells, "start", amountOf) ?? zero);
  const openedWith = isPlaced ? (decided[first] ?? zero) : zero;
  const carried = comparable === inCredits ? openedWith : carriedInCurrency;
  const after = sums.balances.findIndex(({ takenAt }) => !isBefore(takenAt, scope.end));
  const compared = after === -1 ? last : Math.max(after, last);
  const findings: LedgerFindings = {
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
    strays: sums.balances.flatMap(({ takenAt }, index): Stray[] => {
      const difference = decided[index] ?? null;
      const isOfMonth = !isBefore(takenAt, scope.start) && index < compared;
      if (!isOfMonth || difference === null || difference.eq(carried) || difference.eq(at)) return [];
      return [{ takenAt, difference }];
    }),
  };

  const agrees = [findings.carried, findings.arisen, findings.arisenSince].every((figure) => figure.eq(zero));
  // Records that sum to the balance prove themselves, even after a collection that failed; no records prove nothing.
  if (isPartial && (!agrees || !sums.hasEntries)) {
    const balance = sums.balances[compared];
    const found = balance === undefined ? zero : balance.stated.minus(currency[compared] ?? zero);
    const figuresNote =
      balance === undefined
        ? ""
        : `${describeFigures(found, balance.stated, sums.currency, `the provider's balance at ${balance.takenAt}`)} `;
    return {
      ...figures,
      opening: opened,
      closing: null,
      unexplained: null,
      verdict: "unproved",
      isWhole: false,
      compared,
      checks: checkLedger(each, null),
      notes: [`${figuresNote}Records may be missing; see the warnings, then collect again.`],
    };
  }
  const { verdict, notes } = judgeLedger(each, findings);
  const checks = checkLedger(each, { ...findings, verdict });
  return { ...figures, unexplained, verdict, isWhole: true, compared, checks, notes };
}

const noBalanceNote =
  "There is no balance to compare the records with. Collect again: the balance is read after the records.";
const noCreditsNote =
  "The balance or a record does not state its credits, and the wallet's two rates differ or are not stated, so they cannot be compared. Collect again; if it stays, ask the provider.";

/** Credits decide where a wallet is kept in them; its currency where it has one rate, so that both say the same. */
function comparableOf({ sums, cells }: Case): Comparable | null {
  if (sums.provider !== "flexprice") return inCurrency(sums.currency);
  const areStated = sums.balances.every(({ statedCredits }) => statedCredits !== null);
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
