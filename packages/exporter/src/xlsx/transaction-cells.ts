import { decimalText, type StatementLine } from "@spendbook/normalizer";
import type { Column } from "../column.js";
import { entryColumns } from "../entry-columns.js";
import { cellOf, countCell, type KeepLongText, type WorkbookCell, writtenCell } from "./cells.js";
import type { Align, SheetColumn } from "./sheet-column.js";
import { styles } from "./styles.js";

/** Columns with a column beside them for the exact text, which is filled where the number does not hold every digit. */
const amounts: ReadonlySet<string> = new Set(["amount", "list_amount"]);

/** In characters; 16 where nothing is said. */
const widths: Readonly<Record<string, number>> = {
  date: 12,
  posted_at: 26,
  period_start: 26,
  period_end: 26,
  amount_exact: 20,
  list_amount_exact: 20,
  service: 26,
  resource_id: 26,
  description: 44,
  currency: 10,
  estimated: 11,
  record_id: 40,
  record_sha256: 24,
  wallet_no: 11,
};

const codingColumns: readonly Column<StatementLine>[] = [
  { name: "account_code", type: "text", value: ({ coding }) => coding?.code ?? null },
  { name: "cost_centre", type: "text", value: ({ coding }) => coding?.costCentre ?? null },
  { name: "tax_treatment", type: "text", value: ({ coding }) => coding?.taxTreatment ?? null },
  { name: "vendor", type: "text", value: ({ coding }) => coding?.vendor ?? null },
];

/** How the lines stand on Transactions: in the CSV's columns, with the exact texts of amounts beside them. */
export interface TransactionTable {
  readonly columns: readonly SheetColumn[];
  /** The cells of a line; the last is the number of its wallet on Roll-forward. */
  readonly cells: (line: StatementLine, walletNumber: number) => (WorkbookCell | null)[];
}

export function createTransactionTable(keep: KeepLongText, hasCoding: boolean): TransactionTable {
  const written = hasCoding ? [...entryColumns, ...codingColumns] : entryColumns;
  const columns = written.map((column) => ({ ...column, cell: createCells(column, keep) }));
  const count = remembered((number: number) => countCell(number));
  const named = (name: string, align: Align) => ({ header: name, width: widths[name] ?? 16, align });
  return {
    columns: [
      ...written.flatMap(({ name, type }) => {
        const column = named(name, type === "decimal" || type === "count" ? "right" : "left");
        return amounts.has(name) ? [column, named(`${name}_exact`, "right")] : [column];
      }),
      named("wallet_no", "right"),
    ],
    cells(line, walletNumber) {
      const cells: (WorkbookCell | null)[] = [];
      for (const { name, cell: cellOfLine } of columns) {
        const cell = cellOfLine(line);
        const exact = cell?.exact === undefined ? null : writtenCell(cell.exact, styles.exact);
        if (amounts.has(name)) cells.push(cell, name === "amount" ? (exact ?? unsignedAmount(line)) : exact);
        else cells.push(exact ?? cell);
      }
      cells.push(count(walletNumber));
      return cells;
    },
  };
}

/** The cells of a column. */
function createCells({ type, value }: Column<StatementLine>, keep: KeepLongText) {
  const cell = remembered((text: string | null) => cellOf(type, text, keep));
  return (line: StatementLine) => cell(value(line));
}

/** Gives the same object again where a value is the last one: most columns repeat themselves. */
function remembered<Value, Result>(make: (value: Value) => Result): (value: Value) => Result {
  let last: { readonly value: Value; readonly result: Result } | null = null;
  return (value) => {
    if (last === null || last.value !== value) last = { value, result: make(value) };
    return last.result;
  };
}

/** Where the direction of an entry is unknown its amount belongs to no total, so only a text may show it. */
function unsignedAmount({ amount, unsignedAmount: unsigned }: StatementLine): WorkbookCell | null {
  return amount === null && unsigned !== null ? writtenCell(`±${decimalText(unsigned)}`, styles.exact) : null;
}
