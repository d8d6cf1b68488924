import { type WorkbookCell, writtenCell } from "./cells.js";
import { styles } from "./styles.js";

/** Texts stand at the left; numbers stand at the right, and verdicts and checks in the middle, and so do their headers. */
export type Align = "left" | "right" | "center";

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly align?: Align;
}

/** A header alone, of a text column where no side is named; an empty one only carries the band on. */
export type Header = string | readonly [header: string, align: Align];

/** The columns of some headers, with widths from a grid that several tables share. */
export function columnsOf(headers: readonly Header[], widths: readonly number[]): readonly SheetColumn[] {
  return headers.map((header, index) => {
    const [text, align] = typeof header === "string" ? [header, "left" as const] : header;
    return { header: text, width: widths[index] ?? 16, align };
  });
}

const headerStyles = { left: styles.header, right: styles.headerRight, center: styles.headerCenter };

/** The cells above a table's columns. */
export function headerCells(columns: readonly SheetColumn[]): WorkbookCell[] {
  return columns.map(({ header, align = "left" }) => writtenCell(header, headerStyles[align]));
}
