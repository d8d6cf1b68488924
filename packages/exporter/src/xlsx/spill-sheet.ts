import type { Worksheet } from "#workbook-writer";
import { colorAgreements } from "./agreement-rules.js";
import type { Book } from "./book.js";
import type { WorkbookCell } from "./cells.js";
import { columnLetter } from "./column-letter.js";
import type { Block } from "./formulas.js";
import { headerFooter, pageSetup } from "./page-setup.js";
import { createRowWriter, type RowWriter } from "./row-writer.js";
import { headerCells, type SheetColumn } from "./sheet-column.js";
import { colors } from "./styles.js";

export interface SheetLayout {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** The color of the tab; none for the sheets that only list. */
  readonly tab?: string;
  /** False for a sheet of several tables, which has neither a header nor a filter of its own. */
  readonly isTable?: boolean;
  /** How many pages it is wide where it is printed; 1 where nothing is said. */
  readonly pagesWide?: number;
  /** The letter of the column of live checks. */
  readonly checks?: string;
}

/** A sheet that goes on as `name 2` and so on where Excel's rows end. */
export interface SpillSheet {
  /** The sheet and the row that the next `append` writes, once `reserve` has seen to room for it. */
  readonly place: { readonly sheet: string; readonly row: number };
  /** Starts the next sheet where fewer rows than these are left, so that they stand on one. */
  reserve(rows: number): void;
  append(cells: readonly (WorkbookCell | null)[], height?: number): void;
  /** The rows so far are the table, and stand in these blocks; what comes now stands below it, outside the filter. */
  endTable(): readonly Block[];
  /** Ends the sheet; gives where the table's rows stand. */
  end(): readonly Block[];
}

export function startSpillSheet(book: Book, layout: SheetLayout): SpillSheet {
  const { name, columns, isTable = true, checks } = layout;
  const limit = book.limits.rowsPerSheet + 1;
  const firstRow = isTable ? 2 : 1;
  const blocks: Block[] = [];
  let number = 1;
  let { sheet, rows } = startSheet(book, layout, name);
  let row = firstRow;
  let isTableEnded = false;

  const nameOf = () => (number === 1 ? name : `${name} ${number}`);
  function endBlock(): void {
    if (isTableEnded) return;
    if (isTable) sheet.autoFilter = `A1:${columnLetter(columns.length)}${row - 1}`;
    if (row > firstRow) blocks.push({ sheet: nameOf(), first: firstRow, last: row - 1 });
  }
  function endSheet(): void {
    endBlock();
    if (checks !== undefined && row > firstRow) colorAgreements(sheet, checks, firstRow, row - 1);
    rows.flush();
    sheet.commit();
  }
  function reserve(count: number): void {
    if (row + count - 1 <= limit) return;
    endSheet();
    number += 1;
    row = firstRow;
    ({ sheet, rows } = startSheet(book, layout, nameOf()));
  }
  return {
    get place() {
      return { sheet: nameOf(), row };
    },
    reserve,
    append(cells, height) {
      if (row > limit) reserve(1);
      rows.append(row, cells, height);
      row += 1;
    },
    endTable() {
      endBlock();
      isTableEnded = true;
      return blocks;
    },
    end() {
      endSheet();
      return blocks;
    },
  };
}

function startSheet(
  { workbook, title }: Book,
  layout: SheetLayout,
  name: string,
): { readonly sheet: Worksheet; readonly rows: RowWriter } {
  const { columns, tab, isTable = true } = layout;
  const sheet = workbook.addWorksheet(name, {
    views: [isTable ? { state: "frozen", ySplit: 1 } : { showGridLines: false }],
    properties: { tabColor: { argb: tab ?? colors.line } },
    pageSetup: { ...pageSetup(0), fitToWidth: layout.pagesWide ?? 1, ...(isTable && { printTitlesRow: "1:1" }) },
    headerFooter: headerFooter(title, name),
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const rows = createRowWriter(workbook, sheet);
  if (isTable) rows.append(1, headerCells(columns));
  return { sheet, rows };
}
