import type { Case } from "../assessment.js";
import { decimalText } from "../decimal-text.js";
import type { Check } from "../evidence.js";
import { createCheck } from "./create-check.js";

/** Less than any price has, and more than doubles lose in a month's additions. */
const floatingPoint = "0.000001";

/**
 * Runpod's lists by resource against the figure that it states for the whole account, over the UTC days that lie in the
 * month altogether. A kind of resource that no list tells of shows here. The provider adds up doubles, so that the two
 * may differ in the last digits.
 */
export function checkTotal({ sums }: Case): Check {
  const { wholeDays, first, second, rows } = sums.secondList;
  const make = (stated: typeof second | null, outcome: Check["outcome"], note: string): Check =>
    createCheck("lists-and-total", sums.currency, stated, first, outcome, note);
  if (wholeDays === null) return make(null, "missing", "The month holds no whole UTC day that is over.");
  if (rows === 0) return make(null, "missing", "The account's whole spending was not read. Collect again.");
  const days = `Usage on the UTC days from ${wholeDays.start} to ${wholeDays.end}, by resource and as the account's whole.`;
  if (second.eq(first)) return make(second, "agrees", days);
  const difference = second.minus(first);
  if (difference.abs().lt(floatingPoint)) {
    return make(second, "explained", `${days} The provider adds up in floating point, and is off by the last digits.`);
  }
  const missing = `${days} They differ by ${decimalText(difference)} ${sums.currency}: a record is missing, doubled or changed, or a kind of resource has no list. Collect again; if it stays, ask the provider.`;
  return make(second, "differs", missing);
}
