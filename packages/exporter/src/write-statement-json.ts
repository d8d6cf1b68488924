import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Statement } from "@spendbook/normalizer";

/**
 * Writes the statement as JSON (two spaces, a line feed at the end), amounts as decimal strings, null where unknown.
 * Ends the output and resolves once it took everything; an error of the output is thrown.
 */
export async function writeStatementJson(statement: Statement, output: Writable): Promise<void> {
  await pipeline([`${JSON.stringify(statement, null, 2)}\n`], output);
}
