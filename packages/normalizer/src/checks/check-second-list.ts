import type { Case } from "../assessment.js";
import { compareInstants } from "../compare-instants.js";
import type { Check } from "../evidence.js";
import { createCheck } from "./create-check.js";

/**
 * WaveSpeed's two lists of the same usage: billings/search row by row, net of refunds, and the usage of
 * account/billings. The second list's rows may each gather a UTC day, so whole UTC days are compared. The provider
 * replaced that list in its documents by the first, so one that is empty or begins later is missing, not wrong.
 */
export function checkSecondList({ sums, evidence }: Case): Check {
  const { secondList } = sums;
  const { wholeDays, first, second, since } = secondList;
  const name = "search-and-account";
  const missing = (note: string): Check => createCheck(name, sums.currency, null, first, "missing", note);
  if (wholeDays === null) return missing("The month holds no whole UTC day.");
  if (!evidence.moneyIn || secondList.rows === 0 || since === null) {
    return missing("The account's list of billings shows no usage to compare with.");
  }
  const days = `Usage net of refunds on the UTC days from ${wholeDays.start} to ${wholeDays.end}, by the search and by the account's list.`;
  if (second.eq(first)) return createCheck(name, sums.currency, second, first, "agrees", days);
  if (compareInstants(since, wholeDays.start) >= 0 && second.abs().lt(first.abs())) {
    return createCheck(
      name,
      sums.currency,
      second,
      first,
      "missing",
      `${days} The account's list begins at ${since} only, after the month's beginning.`,
    );
  }
  const note = `${days} A record is missing, doubled or changed in one of them. Collect again; if it stays, ask the provider.`;
  return createCheck(name, sums.currency, second, first, "differs", note);
}
