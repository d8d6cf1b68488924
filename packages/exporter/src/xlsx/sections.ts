import type { Book } from "./book.js";
import { type WorkbookCell, writtenCell } from "./cells.js";
import { heightOf } from "./height-of.js";
import { headerCells, type SheetColumn } from "./sheet-column.js";
import type { SpillSheet } from "./spill-sheet.js";
import { styles } from "./styles.js";

/** One of several tables on a sheet. */
export interface Section<Row> {
  readonly title: string;
  /** What the table is for, in a sentence. */
  readonly about: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly Row[];
  /** The cells of a row that stands at a number on the sheet. */
  readonly cells: (row: Row, at: number) => readonly (WorkbookCell | null)[];
}

/** Writes a section, and gives the place of its first row; without rows it says that there are none. */
export async function writeSection<Row>(
  { workbook, signal }: Book,
  sheet: SpillSheet,
  { title, about, columns, rows, cells }: Section<Row>,
): Promise<SpillSheet["place"]> {
  sheet.reserve(5);
  sheet.append([writtenCell(title, styles.heading)]);
  sheet.append([writtenCell(about, styles.quiet)]);
  sheet.append(headerCells(columns));
  if (rows.length === 0) sheet.append([writtenCell("None.", styles.quiet)]);
  const start = sheet.place;
  for (const [index, row] of rows.entries()) {
    sheet.reserve(1);
    const written = cells(row, sheet.place.row);
    sheet.append(written, heightOf(written, columns));
    if (index % 100 === 0) await workbook.zip.whenReady(signal);
  }
  sheet.append([]);
  return start;
}
