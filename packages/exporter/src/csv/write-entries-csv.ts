import type { Writable } from "node:stream";
import type { StatementLine } from "@spendbook/normalizer";
import { entryColumns } from "../entry-columns.js";
import { type CsvCell, type CsvDialect, writeCsv } from "./write-csv.js";

export interface CsvOptions {
  /** Default `spreadsheet`. */
  readonly dialect?: CsvDialect;
}

/**
 * Writes the transactions of a month, a line each, streaming: memory stays flat, and a slow output is waited for.
 * Amounts have the wallet's sign and every digit; what is unknown is empty. Ends the output; throws what it throws.
 */
export function writeEntriesCsv(
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  output: Writable,
  { dialect = "spreadsheet" }: CsvOptions = {},
): Promise<void> {
  return writeCsv(
    entryColumns.map(({ name }) => name),
    rowsOf(lines),
    output,
    dialect,
  );
}

async function* rowsOf(lines: AsyncIterable<StatementLine> | Iterable<StatementLine>): AsyncIterable<CsvCell[]> {
  for await (const line of lines)
    yield entryColumns.map(({ type, value }) => {
      const text = value(line);
      return type === "text" && text !== null ? { text } : text;
    });
}
