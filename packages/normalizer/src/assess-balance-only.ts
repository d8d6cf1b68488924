import type { Assessment, Case } from "./assessment.js";
import { checkCounts } from "./checks/check-counts.js";
import { decimalText } from "./decimal-text.js";

/** A wallet of which only the balance can be read: nothing is known of what moved. */
export function assessBalanceOnly(each: Case): Assessment {
  const { sums } = each;
  const newest = sums.balances.at(-1);
  const balance =
    newest === undefined
      ? ""
      : ` The balance at ${newest.takenAt} was ${decimalText(newest.stated)} ${newest.currency}.`;
  return {
    verdict: "unproved",
    isWhole: false,
    opening: null,
    closing: null,
    unexplained: null,
    inferred: [],
    isMoneyInKnown: false,
    compared: null,
    checks: checkCounts(each),
    notes: [`Only the balance is open to this key. Use a key that may read the wallet's transactions.${balance}`],
  };
}
