import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Papa from "papaparse";
import type { Column } from "../column.js";
import { inBatches } from "../in-batches.js";
import { type CsvForm, type CsvOptions, csvForms } from "./csv-dialect.js";

/** Rows for each call of papaparse: fewer cost calls, more cost memory. */
const batchSize = 200;

/** Writes a header and a row for each, waits where the output is slow, ends the output and resolves once it took all. */
export async function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  output: Writable,
  { dialect = "spreadsheet" }: CsvOptions,
): Promise<void> {
  await pipeline(csvTexts(columns, rows, csvForms[dialect]), output);
}

async function* csvTexts<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { mark, newline, text }: CsvForm,
): AsyncGenerator<string> {
  const cells = columns.map(({ type, value }) => {
    if (type !== "text") return value;
    return (row: Row) => {
      const cell = value(row);
      return cell === null ? null : text(cell);
    };
  });
  const format = (table: readonly (readonly (string | null)[])[]) =>
    Papa.unparse(table as (string | null)[][], { newline }) + newline;

  yield mark + format([columns.map(({ name }) => name)]);
  for await (const batch of inBatches(rows, batchSize))
    yield format(batch.map((row) => cells.map((cell) => cell(row))));
}
