import { decimalText, type StatementLine } from "@spendbook/normalizer";
import { entryColumns } from "../entry-columns.js";
import { cellOf, type KeepLongText, type WorkbookCell, writtenCell } from "./cells.js";

/** Columns with a column beside them for the exact text, which is filled where the number does not hold every digit. */
const amounts: ReadonlySet<string> = new Set(["amount", "list_amount"]);

/** In characters; 16 where nothing is said. */
const widths: Readonly<Record<string, number>> = {
  date: 12,
  posted_at: 26,
  period_start: 26,
  period_end: 26,
  service: 26,
  resource_id: 26,
  description: 44,
  currency: 9,
  estimated: 10,
  record_id: 40,
  record_sha256: 24,
};

/** The columns of the sheet Transactions: those of the CSV, and the exact texts of its amounts. */
export const transactionColumns: readonly { readonly name: string; readonly width: number }[] = entryColumns.flatMap(
  ({ name }) => {
    const column = { name, width: widths[name] ?? 16 };
    return amounts.has(name) ? [column, { name: `${name}_exact`, width: 16 }] : [column];
  },
);

/** The cells of a line, in the order of `transactionColumns`. */
export function transactionCells(line: StatementLine, keep: KeepLongText): (WorkbookCell | null)[] {
  const cells: (WorkbookCell | null)[] = [];
  for (const { name, type, value } of entryColumns) {
    const cell = cellOf(type, value(line), keep);
    const exact = cell?.exact === undefined ? null : writtenCell(cell.exact);
    if (amounts.has(name)) cells.push(cell, name === "amount" ? (exact ?? unsignedAmount(line)) : exact);
    else cells.push(exact ?? cell);
  }
  return cells;
}

/** Where the direction of an entry is unknown its amount belongs to no total, so only a text may show it. */
function unsignedAmount({ amount, unsignedAmount: unsigned }: StatementLine): WorkbookCell | null {
  return amount === null && unsigned !== null ? writtenCell(`±${decimalText(unsigned)}`) : null;
}
