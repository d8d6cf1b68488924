import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Papa from "papaparse";
import type { Column } from "../column.js";
import { inBatches } from "../in-batches.js";
import { type CsvForm, type CsvOptions, csvForms } from "./csv-dialect.js";

/** Rows for each call of papaparse: fewer cost calls, more cost memory. */
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
  const cells = columns.map((column) => cellOf(column, form, decimal));
  const format = (table: readonly (readonly (string | null)[])[]) =>
    Papa.unparse(table as (string | null)[][], { newline: form.newline, delimiter }) + form.newline;

  async function* texts(): AsyncGenerator<string> {
    yield form.mark + format([columns.map(({ name }) => name)]);
    for await (const batch of inBatches(rows, batchSize))
      yield format(batch.map((row) => cells.map((cell) => cell(row))));
  }

  await pipeline(texts, output);
}

function cellOf<Row>({ type, value }: Column<Row>, { text }: CsvForm, decimal: "." | ","): Column<Row>["value"] {
  if (type === "text") return (row) => mapKnown(value(row), text);
  if (type === "decimal" && decimal === ",") return (row) => mapKnown(value(row), (number) => number.replace(".", ","));
  return value;
}

function mapKnown(cell: string | null, map: (text: string) => string): string | null {
  return cell === null ? null : map(cell);
}
