import type { Writable } from "node:stream";
import type { StatementLine } from "@spendbook/normalizer";
import { entryColumns } from "../entry-columns.js";
import type { CsvOptions } from "./csv-dialect.js";
import { writeCsv } from "./write-csv.js";

/**
 * Writes the transactions of a month as CSV, a line each. Amounts have the wallet's sign (in +, out −) and every digit;
 * an unknown value is an empty cell. `lines` is read once and only as fast as the output takes it, so that memory stays
 * flat. Ends the output and resolves once it took everything; an error of the lines or of the output destroys the
 * output and is thrown.
 */
export function writeEntriesCsv(
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  output: Writable,
  options: CsvOptions = {},
): Promise<void> {
  return writeCsv(entryColumns, lines, output, options);
}
