import type { Writable } from "node:stream";
import type { Statement } from "@spendbook/normalizer";
import { walletColumns } from "../wallet-columns.js";
import type { CsvOptions } from "./csv-dialect.js";
import { writeCsv } from "./write-csv.js";

/**
 * Writes the roll-forward of a month as CSV, a line for each wallet and currency and nothing after them. Amounts have
 * the wallet's sign, but `spend` is printed positive; an unknown value is an empty cell; notes are divided by line
 * feeds. Ends the output and resolves once it took everything; an error of the output is thrown.
 */
export function writeSummaryCsv(statement: Statement, output: Writable, options: CsvOptions = {}): Promise<void> {
  return writeCsv(walletColumns, statement.wallets, output, options);
}
