import { once } from "node:events";
import type { Writable } from "node:stream";
import Papa from "papaparse";
import { guardText } from "../formula-guard.js";

/**
 * How a CSV is written. `spreadsheet`, for people: UTF-8 with a byte order mark, CRLF, text guarded against formulas.
 * `machine`, for programs: no mark, LF, text as it is.
 */
export type CsvDialect = "spreadsheet" | "machine";

/** A cell: text that may be guarded, or data that never is; null is an empty cell. */
export type CsvCell = { readonly text: string } | string | null;

/** Rows for each call of papaparse: fewer cost calls, more cost memory. */
const batchSize = 100;

/** Writes a header and rows, waits where the output is slow, and ends the output. */
export async function writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
  output: Writable,
  dialect: CsvDialect,
): Promise<void> {
  const newline = dialect === "spreadsheet" ? "\r\n" : "\n";
  const format = (cell: CsvCell) =>
    typeof cell !== "object" || cell === null ? cell : dialect === "spreadsheet" ? guardText(cell.text) : cell.text;
  const write = async (batch: (readonly CsvCell[])[]) => {
    const text = Papa.unparse(
      batch.map((row) => row.map(format)),
      { newline },
    );
    if (!output.write(text + newline)) await once(output, "drain");
  };

  if (dialect === "spreadsheet") output.write("\ufeff");
  let batch: (readonly CsvCell[])[] = [header];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  output.end();
}
