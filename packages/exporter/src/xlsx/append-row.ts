import type { Worksheet } from "#workbook-writer";
import type { WorkbookCell } from "./cells.js";
import { styles } from "./styles.js";

/** Appends a row of cells, null for an empty one, and lets go of it. */
export function appendRow(sheet: Worksheet, cells: readonly (WorkbookCell | null)[], height?: number): void {
  const row = sheet.addRow([]);
  row.style = styles.none;
  if (height !== undefined) row.height = height;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    const written = row.getCell(index + 1);
    written.value = cell.value;
    written.style = cell.style;
  }
  row.commit();
}
