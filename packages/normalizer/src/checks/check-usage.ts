import type { UsageFindings } from "../assess-usage.js";
import type { Case } from "../assessment.js";
import { statesBalance } from "../completeness.js";
import { inCurrency } from "../differences.js";
import type { Check } from "../evidence.js";
import { signOf } from "../exact-decimal.js";
import type { Verdict } from "../statement.js";
import { sumBetween } from "../sum-cells.js";
import { checkCounts } from "./check-counts.js";
import { checkTotal } from "./check-total.js";
import { createCheck } from "./create-check.js";

/** The comparisons of a wallet whose money in is not listed: balances against spending, where there are any. */
export function checkUsage(each: Case, findings: UsageFindings, verdict: Verdict): Check[] {
  return [
    ...(statesBalance(each.sums.provider) ? [openingAndClosing(each, findings, verdict)] : []),
    ...(each.sums.provider === "runpod" ? [checkTotal(each)] : []),
    ...checkCounts(each),
  ];
}

function openingAndClosing({ sums, cells, scope }: Case, findings: UsageFindings, verdict: Verdict): Check {
  const name = "opening-and-closing";
  const { first, last, intervals } = findings;
  const [from, to] = [sums.balances[first ?? -1], sums.balances[last ?? -1]];
  if (first === null || last === null || from === undefined || to === undefined || intervals.length === 0) {
    const note = `Two balances are needed, of about ${scope.start} and ${scope.end}: collect on the first of each month.`;
    return createCheck(name, sums.currency, null, null, "missing", note);
  }
  const stated = to.stated.minus(from.stated);
  const found = sumBetween(cells, first, last, inCurrency(sums.currency).measure);
  const at = `The balances at ${from.takenAt} and ${to.takenAt} against the records between.`;
  const make = (outcome: Check["outcome"], note: string): Check =>
    createCheck(name, sums.currency, stated, found, outcome, note);
  if (intervals.some(({ unrecorded }) => signOf(unrecorded) < 0)) return make("differs", `${at} See the notes.`);
  if (verdict === "unproved") return make("missing", `${at} See the notes: they do not yet cover the month.`);
  if (intervals.every(({ unrecorded }) => signOf(unrecorded) === 0)) return make("agrees", at);
  return make("explained", `${at} The difference is the inferred top-ups: check them against the receipts.`);
}
