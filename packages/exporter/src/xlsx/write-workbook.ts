import { PassThrough, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Statement, StatementLine } from "@spendbook/normalizer";
import { excelLimits, type WorkbookLimits } from "./book.js";

export interface WorkbookInput {
  readonly statement: Statement;
  readonly lines: AsyncIterable<StatementLine> | Iterable<StatementLine>;
}

/**
 * Writes a month as an Excel workbook: Summary with charts, Roll-forward, spending by service, resource, day and coding,
 * Transactions, Reconciliation and Notes, with live totals beside the stored ones and the exact text of amounts that a
 * workbook's number cannot hold. `lines` is read once and only as fast as the output takes it, so that memory stays flat;
 * the same input gives the same bytes. Ends the output and resolves once it took everything; an error of the lines or of
 * the output destroys the output and is thrown.
 */
export async function writeWorkbook(
  input: WorkbookInput,
  output: Writable,
  limits: WorkbookLimits = excelLimits,
): Promise<void> {
  const file = new PassThrough();
  const delivered = pipeline(file, output);
  const failure = new AbortController();
  const write = async () => {
    // Most of what this package weighs, and not every run writes a workbook.
    const { writeBook } = await import("./write-book.js");
    await writeBook(input, { file, signal: failure.signal, limits });
  };
  // A failure on this side reaches the output as the failure of the file.
  write().catch((error: unknown) => file.destroy(toError(error)));
  try {
    await delivered;
  } catch (error) {
    failure.abort(error);
    throw error;
  }
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("The lines could not be read", { cause: thrown });
}
