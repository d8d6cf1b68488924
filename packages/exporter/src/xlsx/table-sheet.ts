import type { Book } from "./book.js";
import { cellOf, decimalCell, formulaCell, textCell, type WorkbookCell, writtenCell } from "./cells.js";
import { columnLetter } from "./column-letter.js";
import { exactSum } from "./exact-sum.js";
import { type Block, criterion, sumIfs } from "./formulas.js";
import { heightOf } from "./height-of.js";
import { startSpillSheet } from "./spill-sheet.js";
import { amountStyle, styles } from "./styles.js";

export interface TableColumn<Row> {
  readonly header: string;
  readonly width: number;
  /** An amount gets a column beside it for its exact text; amounts and counts get totals for each currency. */
  readonly type: "text" | "wrapped" | "date" | "amount" | "count";
  readonly value: (row: Row) => string | null;
}

/** A sheet that is one table, declared by its columns; one of them is headed `Currency`. */
export interface TableSheet<Row> {
  readonly name: string;
  readonly tab?: string;
  readonly columns: readonly TableColumn<Row>[];
}

/** Where a table was written, for the formulas of other sheets. */
export interface WrittenTable {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly letterOf: (header: string) => string;
  /** The exact sum of an amount column's rows of one currency. */
  readonly totalOf: (currency: string, header: string) => string;
}

/** How many rows go out before the archive is waited for. */
const batchSize = 100;

/** Writes rows under a frozen header with a filter, and below them live totals for each currency. */
export async function writeTable<Row extends { readonly currency?: string }>(
  book: Book,
  { name, tab, columns }: TableSheet<Row>,
  rows: readonly Row[],
): Promise<WrittenTable> {
  const laid = columns.flatMap(({ header, width, type }) => {
    const align = type === "amount" || type === "count" ? ("right" as const) : ("left" as const);
    const column = { header, width, align };
    return type === "amount" ? [column, { header: `${header}, exact`, width: 24, align }] : [column];
  });
  const letterOf = (header: string) => columnLetter(laid.findIndex((column) => column.header === header) + 1);
  const sheet = startSpillSheet(book, { name, columns: laid, ...(tab !== undefined && { tab }) });
  for (const [index, row] of rows.entries()) {
    const cells = columns.flatMap((column) => cellsOf(column, row, book));
    sheet.append(cells, heightOf(cells, laid));
    if (index % batchSize === 0) await book.workbook.zip.whenReady(book.signal);
  }
  const currencies = [...new Set(rows.flatMap(({ currency }) => (currency === undefined ? [] : [currency])))];
  sheet.reserve(currencies.length + 1);
  const blocks = sheet.endTable();
  if (currencies.length > 0) sheet.append([]);
  for (const currency of currencies) {
    const own = rows.filter((row) => row.currency === currency);
    const sumOf = (header: string) => sumIfs(blocks, letterOf(header), [[letterOf("Currency"), criterion(currency)]]);
    sheet.append(columns.flatMap((column, index) => totalCells(column, own, currency, index === 0, sumOf)));
  }
  sheet.end();
  const totalOf = (currency: string, header: string) => {
    const own = rows.filter((row) => row.currency === currency);
    return exactSum(columns.filter((column) => column.header === header).flatMap(({ value }) => own.map(value)));
  };
  return { name, blocks, letterOf, totalOf };
}

function cellsOf<Row extends { readonly currency?: string }>(
  { type, value }: TableColumn<Row>,
  row: Row,
  { keep }: Book,
): (WorkbookCell | null)[] {
  const text = value(row);
  if (type === "amount") {
    const cell = text === null ? null : decimalCell(text, amountStyle(row.currency ?? ""));
    return [cell, cell?.exact === undefined ? null : writtenCell(cell.exact, styles.exact)];
  }
  if (type === "wrapped") return [text === null ? null : textCell(text, keep, styles.wrapped)];
  return [cellOf(type, text, keep)];
}

/** A total's cells in one column: the live sum with the exact one beside it, the count, or the word. */
function totalCells<Row>(
  { header, type, value }: TableColumn<Row>,
  rows: readonly Row[],
  currency: string,
  isFirst: boolean,
  sumOf: (header: string) => string,
): (WorkbookCell | null)[] {
  if (isFirst) return [writtenCell(`Total ${currency}`, styles.total)];
  if (type === "amount" && rows.every((row) => value(row) === null)) return [null, null];
  if (type === "amount") {
    const exact = exactSum(rows.map(value));
    return [
      formulaCell(sumOf(header), Number(exact), amountStyle(currency, "total")),
      writtenCell(exact, styles.exactTotal),
    ];
  }
  if (type !== "count") return [writtenCell(header === "Currency" ? currency : "", styles.total)];
  const count = rows.reduce((sum, row) => sum + Number(value(row)), 0);
  return [formulaCell(sumOf(header), count, styles.countTotal)];
}
