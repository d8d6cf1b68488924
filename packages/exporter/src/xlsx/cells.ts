import type { Style } from "#workbook-writer";
import type { ColumnType } from "../column.js";
import { cellText, longestCell } from "./cell-text.js";
import { isHeldByNumber } from "./is-held-by-number.js";
import { styles } from "./styles.js";

/** A cell of a workbook that is not empty. */
export interface WorkbookCell {
  /** A text is escaped already. */
  readonly value: number | boolean | string | { readonly formula: string; readonly result: number | string };
  readonly style: Style;
  /** The decimal text, where the number does not hold it or does not show it whole. */
  readonly exact?: string;
}

/** Keeps the whole of a text that no cell holds, and gives what stands in its cell. */
export type KeepLongText = (text: string) => string;

/** A text cell: never a formula, never a number, cut only where `keep` has the whole text. */
export function textCell(text: string, keep: KeepLongText, style: Style = styles.text): WorkbookCell {
  const written = cellText(text);
  return writtenCell(written.length <= longestCell ? written : keep(written), style);
}

/** A cell of a text that is escaped and short enough already. */
export function writtenCell(written: string, style: Style = styles.text): WorkbookCell {
  return { value: written, style };
}

/** A number cell of a decimal text. */
export function decimalCell(text: string, style: Style = styles.decimal): WorkbookCell {
  const cell = { value: Number(text), style };
  return isHeldByNumber(text) ? cell : { ...cell, exact: text };
}

/** A live cell; `result` is what a program shows that does not calculate. */
export function formulaCell(formula: string, result: number | string, style: Style): WorkbookCell {
  return { value: { formula, result }, style };
}

/** A real date of a local date (YYYY-MM-DD), as Excel counts days; text before March 1900, where Excel counts wrongly. */
export function dateCell(date: string): WorkbookCell {
  const day = serialDay(date);
  return day >= 61 ? { value: day, style: styles.date } : writtenCell(date);
}

/** The number by which Excel knows a local date. */
export function serialDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}

export function countCell(count: number, style: Style = styles.count): WorkbookCell {
  return { value: count, style };
}

/** The cell of a column's value; null leaves it empty. */
export function cellOf(type: ColumnType, text: string | null, keep: KeepLongText): WorkbookCell | null {
  if (text === null) return null;
  switch (type) {
    case "date":
      return dateCell(text);
    case "decimal":
      return decimalCell(text);
    case "count":
      return countCell(Number(text));
    case "boolean":
      return { value: text === "true", style: styles.boolean };
    case "text":
    case "instant":
      return textCell(text, keep);
  }
}
