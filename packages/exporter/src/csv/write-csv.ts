import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Column } from "../column.js";
import { inBatches } from "../in-batches.js";
import { type CsvForm, type CsvOptions, csvForms } from "./csv-dialect.js";
import { quoteCell } from "./quote-cell.js";

/** Rows that are given to the output at once: fewer cost calls, more cost memory. */
const batchSize = 200;

/**
 * Writes a header and a row for each, waits where the output is slow, ends the output and resolves once it took all.
 * Throws `RangeError` where decimal commas would stand between commas.
 */
export async function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  output: Writable,
  { dialect = "spreadsheet", delimiter = ",", decimal = "." }: CsvOptions,
): Promise<void> {
  if (decimal === delimiter) throw new RangeError("decimal commas need another delimiter, such as a semicolon");
  const form = csvForms[dialect];
  const cells = columns.map((column) => createCell(column, form, { delimiter, decimal }));

  async function* texts(): AsyncGenerator<string> {
    yield form.mark + columns.map(({ name }) => quoteCell(name, delimiter)).join(delimiter) + form.newline;
    for await (const batch of inBatches(rows, batchSize)) {
      let text = "";
      for (const row of batch) {
        let divider = "";
        for (const cell of cells) {
          text += divider + cell(row);
          divider = delimiter;
        }
        text += form.newline;
      }
      yield text;
    }
  }

  await pipeline(texts, output);
}

/** A column's cells as they are written. */
function createCell<Row>(
  { type, value }: Column<Row>,
  { text: guard }: CsvForm,
  { delimiter, decimal }: Required<Pick<CsvOptions, "delimiter" | "decimal">>,
): (row: Row) => string {
  if (type === "decimal") {
    // Digits, a sign and a point, which are never quoted.
    if (decimal === ".") return (row) => value(row) ?? "";
    return (row) => value(row)?.replace(".", ",") ?? "";
  }
  const write = (text: string) => quoteCell(type === "text" ? guard(text) : text, delimiter);
  let last: string | null = null;
  let written = "";
  // Most columns repeat themselves, and comparing costs less than looking into a text.
  return (row) => {
    const text = value(row);
    if (text === last) return written;
    last = text;
    written = text === null ? "" : write(text);
    return written;
  };
}
