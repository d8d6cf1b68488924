import type WorkbookWriter from "#workbook-writer";
import type { Worksheet } from "#workbook-writer";
import { cellXml } from "./cell-xml.js";
import type { WorkbookCell } from "./cells.js";
import { columnLetter } from "./column-letter.js";

/** Characters that are collected before the sheet gets them. */
const pieceLength = 32 * 1024;

/** Writes the rows of a sheet: much faster than exceljs, which makes an object of each row and each cell. */
export interface RowWriter {
  /** Writes cells, null for an empty one, as the row of a number; the numbers rise. */
  append(row: number, cells: readonly (WorkbookCell | null)[], height?: number): void;
  /** Gives everything to the sheet, before it is committed. */
  flush(): void;
}

export function createRowWriter(workbook: WorkbookWriter, sheet: Worksheet): RowWriter {
  /** What each column's last cell is written like: where a column repeats itself the cell is the same object. */
  const columns: { readonly start: string; cell: WorkbookCell | null; xml: string }[] = [];
  let pending = "";

  function columnAt(index: number) {
    columns[index] ??= { start: `<c r="${columnLetter(index + 1)}`, cell: null, xml: "" };
    return columns[index];
  }
  function flush(): void {
    if (pending !== "") sheet.writeRows(pending);
    pending = "";
  }
  return {
    append(row, cells, height) {
      let xml = "";
      for (let index = 0; index < cells.length; index += 1) {
        const cell = cells[index];
        if (cell === null || cell === undefined) continue;
        const column = columnAt(index);
        if (column.cell !== cell) {
          column.cell = cell;
          column.xml = cellXml(cell, workbook.styleIdOf(cell.style));
        }
        xml += column.start + row + column.xml;
      }
      if (xml === "" && height === undefined) return;
      pending += `<row r="${row}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${xml}</row>`;
      if (pending.length >= pieceLength) flush();
    },
    flush,
  };
}
