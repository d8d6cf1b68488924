import type { Assessment, Case } from "./assessment.js";
import { isBefore } from "./compare-instants.js";
import { decimalText } from "./decimal-text.js";

/** What a reader of the figures has to know, besides the verdict's reasons. */
export function walletNotes({ sums, evidence, scope }: Case, assessment: Assessment): string[] {
  const notes: string[] = [];
  const { unsigned, currency } = sums;
  const { collectedAt } = evidence;
  if (assessment.compared === null && collectedAt !== null && isBefore(collectedAt, scope.end)) {
    notes.push(`Collected at ${collectedAt}, before the month ended: collect once after ${scope.end}.`);
  }
  if (unsigned.gt("0")) {
    notes.push(
      `Records of unknown direction, ${decimalText(unsigned)} ${currency} in all, are listed outside the totals.`,
    );
  }
  if (sums.estimatedLines > 0) {
    notes.push(
      `Estimated lines: ${sums.estimatedLines}. The provider does not say how much of them, or whether, falls into the month.`,
    );
  }
  if (sums.corrections > 0) {
    notes.push(
      `Corrections of closed months: ${sums.corrections}, ${decimalText(sums.corrected)} ${currency} in all. They are adjustments, and no spending of this month.`,
    );
  }
  const accrued = assessment.compared === null ? sums.balances.at(-1) : sums.balances[assessment.compared];
  if (accrued?.accruedUsage != null) {
    notes.push(
      `Accrued by ${accrued.takenAt} and not yet debited: ${decimalText(accrued.accruedUsage)} (current period usage and unpaid invoices).`,
    );
  }
  if (scope.basis === "incurred") {
    notes.push("By charge period: opening and closing leave out what was posted early and count what was posted late.");
  }
  return [...notes, ...(sums.newest?.notes ?? [])];
}
