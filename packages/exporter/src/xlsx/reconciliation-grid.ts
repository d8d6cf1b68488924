import { columnsOf, type Header, type SheetColumn } from "./sheet-column.js";

/** The widths of the columns that all tables of the sheet Reconciliation share. */
export const gridWidths = [17, 18, 24, 11, 31, 17, 17, 28, 15, 100, 40, 24];

/** The columns of one of the tables. */
export function grid(...headers: readonly Header[]): readonly SheetColumn[] {
  return columnsOf(headers, gridWidths);
}
