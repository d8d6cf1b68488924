import type { Writable } from "node:stream";
import type { Statement } from "@spendbook/normalizer";

/** Writes the statement as JSON, amounts as decimal strings, and ends the output. */
export async function writeStatementJson(statement: Statement, output: Writable): Promise<void> {
  output.end(`${JSON.stringify(statement, null, 2)}\n`);
}
