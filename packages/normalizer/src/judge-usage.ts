import type { Big } from "big.js";
import type { Interval, UsageFindings } from "./assess-usage.js";
import type { Case } from "./assessment.js";
import { statesBalance } from "./completeness.js";
import { decimalText } from "./decimal-text.js";
import { signOf } from "./exact-decimal.js";
import type { Judgement } from "./judgement.js";

/** The verdict on the month of a wallet whose money in is not listed. */
export function judgeUsage(each: Case, findings: UsageFindings): Judgement {
  const { sums, scope, isPartial } = each;
  const { intervals, across, unexplained, since } = findings;
  const unproved = (note: string): Judgement => ({
    verdict: "unproved",
    notes: [`${missingList(each)} ${note}${newestBalance(each)}`],
  });
  if (isPartial) return unproved("Records may be missing; see the warnings, then collect again.");

  if (!statesBalance(sums.provider)) return { verdict: "unproved", notes: [noBalance] };

  const print = (amount: Big): string => `${decimalText(amount)} ${sums.currency}`;
  const fallen = [...intervals, ...across].filter(({ unrecorded }) => signOf(unrecorded) < 0);
  if (fallen.length > 0) {
    const places = fallen.map(
      ({ from, to, unrecorded }) => `${print(unrecorded)} from ${from.takenAt} to ${to.takenAt}`,
    );
    const note = `The balance fell by more than the records account for: ${places.join("; ")}. A record is missing or changed, or a balance is wrong. Collect again; if it stays, ask the provider.`;
    return { verdict: "broken", notes: [note] };
  }
  if (unexplained === null) return unproved(`${missingBalances(each, findings)} ${howToProve}`);
  if (signOf(unexplained) !== 0 && sums.corrections > 0 && signOf(unexplained.plus(sums.corrected)) === 0) {
    const note = `The corrections of ${print(sums.corrected)} were in the balance already when the month before was closed, and made its top-ups or its difference other by as much: they add up to nothing.`;
    return { verdict: "explained", notes: [note] };
  }
  if (signOf(unexplained) !== 0) {
    const note = `Opening is the closing of the closed month before, and the balances since differ from it by ${print(unexplained)}. Run diff for that month.`;
    return { verdict: "broken", notes: [note] };
  }
  if (intervals.length === 0) {
    return unproved(`Only one balance stands for the month's beginning and its end. ${howToProve}`);
  }
  if (findings.after === null) return unproved(`No balance is from after the month: collect once after ${scope.end}.`);
  if (signOf(since) < 0) {
    return unproved(
      `The balance fell by ${print(since)} without a record between the last balance of the month and the first after it; that stands in the next month. Collect again.`,
    );
  }
  const between = `the balances at ${intervals[0]?.from.takenAt} and ${intervals.at(-1)?.to.takenAt}`;
  const risen = intervals.filter(({ unrecorded }) => signOf(unrecorded) > 0);
  if (risen.length === 0 && across.length === 0 && signOf(since) === 0) {
    return {
      verdict: "proved",
      notes: [`The records account for the whole difference between ${between}; no money came in.`],
    };
  }
  const late =
    signOf(since) === 0 || across.length > 0
      ? []
      : [
          `${print(since)} came in after the last balance of the month and by the first after it; that stands in the next month.`,
        ];
  return { verdict: "explained", notes: [topUpNote(each, between, risen), ...acrossNotes(across, print), ...late] };
}

const noBalance =
  "No balance of this provider is read, and it lists no money in: what was spent is recorded, what was held is not. Compare the spending with the provider's own figure for the month, and enter top-ups from the receipts.";

const howToProve =
  "Two balances, one at each end of the month, show money in as well: collect on the first of each month.";

function topUpNote(each: Case, between: string, risen: readonly Interval[]): string {
  const total = risen.reduce<Big | null>((sum, { unrecorded }) => sum?.plus(unrecorded) ?? unrecorded, null);
  if (total === null) return `The records account for the whole difference between ${between}.`;
  return `${missingList(each)} Top-ups are inferred from the balances: ${risen.length}, ${decimalText(total)} ${each.sums.currency} in all. With them the records account for the difference between ${between}. Check them against the receipts: a record missing from the same days would make one smaller.`;
}

function acrossNotes(across: readonly Interval[], print: (amount: Big) => string): string[] {
  return across.map(
    ({ from, to, unrecorded }) =>
      `${print(unrecorded)} came in between ${from.takenAt} and ${to.takenAt}, in this month or its neighbour: it counts for the month that the later balance is nearest to the end of. Collect on the first of each month.`,
  );
}

function missingList({ sums }: Case): string {
  return sums.provider === "wavespeed"
    ? "The provider's list of top-ups could not be read, so money in is not recorded."
    : "The provider lists no money in.";
}

function missingBalances({ scope }: Case, { isOpeningKnown, isClosingKnown }: UsageFindings): string {
  const missing = [
    ...(isOpeningKnown ? [] : [`at the month's beginning, ${scope.start}`]),
    ...(isClosingKnown ? [] : [`at its end: collect once after ${scope.end}`]),
  ];
  return `There is no balance ${missing.join(", and none ")}.`;
}

function newestBalance({ sums }: Case): string {
  const newest = sums.balances.at(-1);
  if (newest === undefined) return "";
  return ` The balance at ${newest.takenAt} was ${decimalText(newest.stated)} ${sums.currency}.`;
}
