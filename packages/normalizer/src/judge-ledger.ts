import type { Case } from "./assessment.js";
import { decimalText } from "./decimal-text.js";
import { describeChange, describeFigures } from "./describe-figures.js";
import { inCurrency } from "./differences.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import { judgeRates } from "./judge-rates.js";
import { askAgain, correctedNote, type Judgement } from "./judgement.js";
import type { LedgerFindings } from "./ledger-findings.js";
import type { Verdict } from "./statement.js";
import { sumBetween, sumThrough } from "./sum-cells.js";
import type { UsableBalance } from "./usable-balance.js";

const trialCredit = exactDecimal("1");

/** The verdict on a full ledger's month, with a note that names the figures and, short of `proved`, what is missing. */
export function judgeLedger(each: Case, findings: LedgerFindings): Judgement {
  const { verdict, notes } = judgeEdges(each, findings);
  const { strays, comparable } = findings;
  if (strays.length === 0) return { verdict, notes };
  const places = strays.slice(0, 3).map(({ takenAt, difference }) => `${decimalText(difference)} at ${takenAt}`);
  const more = strays.length > 3 ? `, and ${strays.length - 3} more` : "";
  const note = `Balances within the month differ from the records of their time, in ${comparable.unit}: ${places.join(", ")}${more}. Later ones do not, so the provider may book late.`;
  return { verdict: verdict === "proved" ? "explained" : verdict, notes: [...notes, note] };
}

function judgeEdges(each: Case, findings: LedgerFindings): Judgement {
  const { sums, scope } = each;
  const { comparable, compared, first, last, carried, arisen, arisenSince, arisenAcross } = findings;
  const [before, at, balance] = [sums.balances[first], sums.balances[last], sums.balances[compared]];
  if (before === undefined || at === undefined || balance === undefined) throw new Error("the balances are there");
  const { unit } = comparable;
  const inUnit = (amount: typeof carried): string => `${decimalText(amount)} ${unit}`;
  const figures = describeBalance(each, findings, balance);
  const judgement = (verdict: Verdict, ...notes: string[]): Judgement => ({ verdict, notes });

  if (signOf(arisen) !== 0) {
    const [verdict, reason] = reasonFor(each, findings);
    if (!findings.isPlaced) return judgement(verdict, `${figures} ${reason}${isUnplacedNote(verdict)}`);
    return judgement(
      verdict,
      `${changeOf(each, findings, before, at)} ${reason}`,
      ...carriedNotes(each, findings, before),
    );
  }
  if (signOf(arisenAcross) !== 0) {
    const previous = sums.balances[first - 1]?.takenAt ?? "the first record";
    return judgement(
      "broken",
      `${figures} A difference of ${inUnit(arisenAcross)} arose between ${previous} and ${before.takenAt}: before the month, or in it. ${askAgain} Collect on the first of each month, so that the next can be placed.`,
    );
  }
  if (!findings.isOver) {
    return judgement("unproved", `${figures} That was before the month ended: collect once after ${scope.end}.`);
  }
  if (signOf(arisenSince) !== 0) {
    return judgement(
      "unproved",
      `${figures} A difference of ${inUnit(arisenSince)} arose between ${at.takenAt} and ${balance.takenAt}, which lie on either side of the month's end; it stands in the next month. ${askAgain}`,
    );
  }
  if (signOf(carried) !== 0) return judgement("explained", figures, ...carriedNotes(each, findings, before));
  return judgeRates(each, findings, balance, figures, carriedNotes(each, findings, before));
}

/** Whether a difference that arose in the month has a documented cause; what has none breaks the wallet. */
function reasonFor(each: Case, { arisen, carried, isPlaced, agreesAt }: LedgerFindings): [Verdict, string] {
  const { sums } = each;
  const isResolved = signOf(carried.plus(arisen)) === 0;
  if (sums.corrections > 0 && isResolved && signOf(sums.corrected.plus(arisen)) === 0) {
    return ["explained", correctedNote(sums)];
  }
  const unsigned = isPlaced ? sums.unsignedWithin : sums.unsigned;
  if (unsigned.gt("0") && arisen.abs().eq(unsigned)) {
    return ["explained", "That is the total of the records whose direction is unknown; see the unclassified lines."];
  }
  if (sums.provider === "wavespeed" && arisen.eq(trialCredit)) {
    return ["explained", "That is the provider's trial credit of 1 USD, which its lists do not show."];
  }
  if (!isPlaced && agreesAt !== null) {
    return [
      "explained",
      `The balance at ${agreesAt} is the sum of all records: what differed was booked between the two, for an earlier date.`,
    ];
  }
  if (sums.provider === "wavespeed" && signOf(arisen) > 0) {
    return [
      "unproved",
      "The provider's lists do not show credits that it gives, so this may be such a credit or a missing record. Ask the provider for the account's credits.",
    ];
  }
  return ["broken", askAgain];
}

function isUnplacedNote(verdict: Verdict): string {
  return verdict === "broken"
    ? " No balance from before the month exists, so the difference may be older: collect on the first of each month."
    : "";
}

/** What a difference of before the month says: it is not the month's. */
function carriedNotes(
  { sums }: Case,
  { carried, comparable, ...findings }: LedgerFindings,
  before: UsableBalance,
): string[] {
  const [amount, unit] =
    signOf(carried) === 0 ? [findings.carriedInCurrency, sums.currency] : [carried, comparable.unit];
  if (signOf(amount) === 0) return [];
  const cause =
    sums.provider === "wavespeed" && amount.eq(trialCredit)
      ? " It is the provider's trial credit of 1 USD, which its lists do not show."
      : "";
  return [
    `A difference of ${decimalText(amount)} ${unit} was already there at the month's beginning (balance of ${before.takenAt}), and is carried; see the month in which it arose.${cause}`,
  ];
}

function describeBalance({ sums, cells }: Case, findings: LedgerFindings, balance: UsableBalance): string {
  const at = `the provider's balance at ${balance.takenAt}`;
  const through = (comparable: LedgerFindings["comparable"]) =>
    sumThrough(cells, findings.compared, comparable.measure) ?? comparable.zero;
  const currency = inCurrency(sums.currency);
  const money = describeFigures(through(currency), balance.stated, sums.currency, at);
  if (findings.comparable.unit !== "credits" || balance.statedCredits === null) return money;
  return `${money} ${describeFigures(through(findings.comparable), balance.statedCredits, "credits", "its balance in credits")}`;
}

function changeOf({ cells }: Case, findings: LedgerFindings, from: UsableBalance, to: UsableBalance): string {
  const { comparable, first, last } = findings;
  const moved = (comparable.stated(to) ?? comparable.zero).minus(comparable.stated(from) ?? comparable.zero);
  const found = sumBetween(cells, first, last, comparable.measure) ?? comparable.zero;
  return describeChange(moved, found, comparable.unit, from.takenAt, to.takenAt);
}
