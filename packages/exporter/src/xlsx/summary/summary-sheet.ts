import type { Worksheet } from "#workbook-writer";
import { colorAgreements } from "../agreement-rules.js";
import type { Book } from "../book.js";
import { type WorkbookCell, writtenCell } from "../cells.js";
import { columnLetter } from "../column-letter.js";
import { headerFooter, pageSetup } from "../page-setup.js";
import { createRowWriter } from "../row-writer.js";
import { columnsOf, type Header, headerCells } from "../sheet-column.js";
import { colors, styles } from "../styles.js";
import { mostLandscapeRows, summaryWidths } from "./layout.js";

/** The sheet Summary while it is written. */
export interface SummarySheet {
  readonly book: Book;
  readonly sheet: Worksheet;
  /** The row that is written next. */
  readonly row: () => number;
  readonly append: (cells: readonly (WorkbookCell | null)[], height?: number) => void;
  /** A heading and the header of a table. */
  readonly heading: (title: string, headers: readonly Header[]) => void;
  readonly end: () => void;
}

const name = "Summary";

export function startSummary(book: Book): SummarySheet {
  const sheet = book.workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    properties: { tabColor: { argb: colors.navy } },
    pageSetup: { ...pageSetup(1), horizontalCentered: true },
    headerFooter: headerFooter(book.title, name),
  });
  sheet.columns = summaryWidths.map((width) => ({ width }));
  const rows = createRowWriter(book.workbook, sheet);
  let row = 1;
  function append(cells: readonly (WorkbookCell | null)[], height?: number): void {
    rows.append(row, cells, height);
    row += 1;
  }
  return {
    book,
    sheet,
    row: () => row,
    append,
    heading(title, headers) {
      append([writtenCell(title, styles.heading)]);
      append(headerCells(columnsOf(headers, summaryWidths)));
    },
    end() {
      colorAgreements(sheet, "H", 1, row);
      // So that the page is filled: it is higher than wide where there are charts of several currencies.
      sheet.pageSetup.orientation = row > mostLandscapeRows ? "portrait" : "landscape";
      // Both ends absolute: exceljs itself makes only the columns so.
      sheet.pageSetup.printArea = `A$1:${columnLetter(summaryWidths.length)}$${row - 1}`;
      rows.flush();
      sheet.commit();
    },
  };
}
