import type { Row, Style, Worksheet } from "#workbook-writer";
import type { WorkbookCell } from "./cells.js";
import { textCell } from "./cells.js";
import { styles } from "./styles.js";

/** Appends a row of cells, each with its style, and lets go of it. */
export function appendRow(sheet: Worksheet, cells: readonly WorkbookCell[]): void {
  const row: Row = sheet.addRow(cells.map(({ value }) => value));
  for (const [index, { style }] of cells.entries()) row.getCell(index + 1).style = style;
  row.commit();
}

/** Appends a row of texts of our own in one style. */
export function appendTexts(sheet: Worksheet, texts: readonly string[], style: Style = styles.plain): void {
  appendRow(
    sheet,
    texts.map((text) => textCell(text, (whole) => whole, style)),
  );
}
