import type { Style } from "#workbook-writer";
import { cellText, longestCell } from "./cell-text.js";
import { styles } from "./styles.js";

/** A cell of a workbook: its value and its style. */
export interface WorkbookCell {
  readonly value: string | number | boolean | Date | null;
  readonly style: Style;
}

/** A text cell: never a formula, never a number, cut only where `keep` has the whole text. */
export function textCell(
  text: string | null,
  keep: (text: string) => string,
  style: Style = styles.text,
): WorkbookCell {
  if (text === null) return { value: null, style };
  const written = cellText(text);
  return { value: written.length <= longestCell ? written : keep(written), style };
}

/** A number cell of a decimal text; null stays empty. */
export function decimalCell(text: string | null): WorkbookCell {
  return { value: text === null ? null : Number(text), style: styles.decimal };
}

/** A real date of a local date (YYYY-MM-DD); exceljs reads dates as UTC. */
export function dateCell(date: string): WorkbookCell {
  return { value: new Date(`${date}T00:00:00Z`), style: styles.date };
}

export function countCell(count: number): WorkbookCell {
  return { value: count, style: styles.count };
}

/**
 * The decimal text where a workbook's number does not hold it: Excel keeps 15 significant digits. Null where it does.
 */
export function inexactText(text: string | null): string | null {
  if (text === null) return null;
  const digits = text.replace(/^-?0*\.?0*/, "").replace(".", "");
  const significant = text.includes(".") ? digits : digits.replace(/0+$/, "");
  return significant.length > 15 ? text : null;
}
