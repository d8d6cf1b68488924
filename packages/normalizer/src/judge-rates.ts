import type { Big } from "big.js";
import type { Case } from "./assessment.js";
import { decimalText } from "./decimal-text.js";
import { exactDecimal, signOf } from "./exact-decimal.js";
import { askAgain, correctedNote, type Judgement } from "./judgement.js";
import type { LedgerFindings } from "./ledger-findings.js";
import { creditsInOf, sumWithin } from "./sum-cells.js";
import { hasOneRate, rateOf, type UsableBalance } from "./usable-balance.js";

/**
 * A wallet in credits whose credits agree: what it bought at one rate and holds at another makes its amounts differ from
 * its balance, by just the credits that came in times the difference of the rates.
 */
export function judgeRates(
  each: Case,
  findings: LedgerFindings,
  balance: UsableBalance,
  figures: string,
  carried: string[],
): Judgement {
  const { carriedInCurrency, arisenInCurrency } = findings;
  if (signOf(arisenInCurrency) === 0 && signOf(carriedInCurrency) === 0) return { verdict: "proved", notes: [figures] };
  const isPutRight = each.sums.corrections > 0 && signOf(each.sums.corrected.plus(arisenInCurrency)) === 0;
  if (isPutRight && signOf(carriedInCurrency.plus(arisenInCurrency)) === 0) {
    return { verdict: "explained", notes: [`${figures} ${correctedNote(each.sums)}`] };
  }
  if (hasOneRate(balance)) {
    const isOld = signOf(arisenInCurrency) === 0;
    return {
      verdict: isOld ? "explained" : "broken",
      notes: isOld ? [figures, ...carried] : [`${figures} ${askAgain}`],
    };
  }
  const { conversionRate, topUpConversionRate } = balance;
  const rates = `credits are bought at ${topUpConversionRate ?? "an unstated rate"} and spent at ${conversionRate ?? "an unstated rate"}`;
  const note = `${figures} The difference in currency comes from the rates: ${rates}; ${decimalText(arisenInCurrency)} of it arose in the month.`;
  const expected = expectedByRates(each, findings, balance);
  if (expected === null || expected.eq(arisenInCurrency)) return { verdict: "explained", notes: [note] };
  return {
    verdict: "unproved",
    notes: [
      `${note} By these rates it would be ${decimalText(expected)}: a record's amount has changed, or the rates have. Ask the provider.`,
    ],
  };
}

/** Null where the balances at the month's edges are not worth their credits at the balance's rate. */
function expectedByRates(
  { sums, cells, closed }: Case,
  { first, last }: LedgerFindings,
  balance: UsableBalance,
): Big | null {
  const { conversionRate, topUpConversionRate } = balance;
  const isWorth = (index: number): boolean => {
    const edge = sums.balances[index];
    return edge !== undefined && rateOf(edge) === conversionRate;
  };
  if (conversionRate === null || topUpConversionRate === null || closed?.closing != null) return null;
  if (!isWorth(first) || !isWorth(last)) return null;
  return sumWithin(cells, creditsInOf)?.times(exactDecimal(conversionRate).minus(topUpConversionRate)) ?? null;
}
