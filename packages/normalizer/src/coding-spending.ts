import type { Big } from "big.js";
import { decimalText } from "./decimal-text.js";
import { negated } from "./exact-decimal.js";
import type { LineCoding } from "./line-coding.js";
import { RunningSum } from "./running-sum.js";
import type { CodingTotal } from "./statement.js";
import { compareTexts } from "./statement-totals.js";
import type { Spend } from "./wallet-sums.js";

/** Spending by what the mapping assigned. */
export interface CodingSpending {
  add(coding: LineCoding, currency: string, amount: Big): void;
  totals(): CodingTotal[];
}

type Place = Pick<CodingTotal, "code" | "costCentre" | "taxTreatment" | "vendor" | "currency">;

export function createCodingSpending(): CodingSpending {
  const spends = new Map<string, Spend & { readonly place: Place }>();

  function add({ code, costCentre, taxTreatment, vendor }: LineCoding, currency: string, amount: Big): void {
    const place = { code, costCentre, taxTreatment, vendor, currency };
    const key = JSON.stringify([code, costCentre, taxTreatment, vendor, currency]);
    const spend = spends.get(key) ?? { place, amount: new RunningSum(), lines: 0 };
    spend.amount.add(amount);
    spend.lines += 1;
    spends.set(key, spend);
  }

  function totals(): CodingTotal[] {
    return [...spends.values()]
      .sort(({ place: a }, { place: b }) =>
        compareTexts(
          [a.code, b.code],
          [a.costCentre, b.costCentre],
          [a.taxTreatment, b.taxTreatment],
          [a.vendor, b.vendor],
          [a.currency, b.currency],
        ),
      )
      .map(({ place, amount, lines }) => ({ ...place, spend: decimalText(negated(amount.total)), lines }));
  }

  return { add, totals };
}
