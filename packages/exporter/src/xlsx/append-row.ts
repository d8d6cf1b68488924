import type { Style, Worksheet } from "#workbook-writer";
import { type WorkbookCell, writtenCell } from "./cells.js";
import { styles } from "./styles.js";

/** Appends a row of cells, null for an empty one, and lets go of it. */
export function appendRow(sheet: Worksheet, cells: readonly (WorkbookCell | null)[]): void {
  const row = sheet.addRow([]);
  row.style = styles.none;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    const written = row.getCell(index + 1);
    written.value = cell.value;
    written.style = cell.style;
  }
  row.commit();
}

/** Appends a row of short texts of our own in one style. */
export function appendTexts(sheet: Worksheet, texts: readonly string[], style: Style = styles.plain): void {
  appendRow(
    sheet,
    texts.map((text) => writtenCell(text, style)),
  );
}
