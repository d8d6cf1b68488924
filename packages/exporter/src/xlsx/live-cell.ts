import { decimalCell, formulaCell, type WorkbookCell, writtenCell } from "./cells.js";
import { agreement } from "./formulas.js";
import { type AmountLook, amountStyle, styles } from "./styles.js";

/** An amount that is calculated in the workbook, with what the statement says it is. */
export interface LiveAmount {
  readonly formula: string;
  /** What the formula gives, as far as doubles go. */
  readonly result: number;
  /** The exact decimal text; null where it is not known. */
  readonly stored: string | null;
  readonly currency: string;
}

/** A result, or the stored value where they agree: the last bits of a double are not worth a difference. */
export function snapped(result: number, stored: string | null): number {
  if (stored === null) return result;
  const value = Number(stored);
  return Math.abs(result - value) <= 1e-9 * Math.max(1, Math.abs(value)) ? value : result;
}

const words = "not known";
export const notKnown = writtenCell(words, styles.unknown);
const exactLook = {
  plain: styles.exact,
  first: styles.firstUnknown,
  quiet: styles.exact,
  strong: styles.exact,
  total: styles.exactTotal,
};

/**
 * Four cells: the live amount, the stored one, its exact text, and whether they agree. `live` and `stored` are the
 * addresses that the first two get. Without a stored amount there is nothing to calculate.
 */
export function liveCells(
  { formula, result, stored, currency }: LiveAmount,
  [live, kept]: readonly [live: string, stored: string],
  look: AmountLook = "plain",
): readonly (WorkbookCell | null)[] {
  if (stored === null) return [notKnown, notKnown, null, null];
  const style = amountStyle(currency, look);
  const agrees = snapped(result, stored) === Number(stored);
  return [
    formulaCell(formula, snapped(result, stored), style),
    decimalCell(stored, style),
    writtenCell(stored, exactLook[look]),
    formulaCell(agreement(live, kept), agrees ? "agrees" : "differs", styles.agreement),
  ];
}

/** An amount as it is given, with its exact text: the same four cells. */
export function givenCells(
  amount: string | null,
  currency: string,
  look: AmountLook = "plain",
): readonly (WorkbookCell | null)[] {
  // An edge's band runs over its empty cells too.
  const empty = look === "first" ? writtenCell("", exactLook.first) : null;
  if (amount === null) return [look === "first" ? writtenCell(words, exactLook.first) : notKnown, empty, empty, empty];
  return [decimalCell(amount, amountStyle(currency, look)), empty, writtenCell(amount, exactLook[look]), empty];
}
