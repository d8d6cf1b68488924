import { PassThrough, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Statement, StatementLine } from "@spendbook/normalizer";
import WorkbookWriter from "#workbook-writer";
import { excelLimits, type WorkbookLimits } from "./book.js";
import { createLongTexts } from "./long-texts.js";
import { writeLongTexts } from "./write-long-texts.js";
import { rankOfSheet, writeSheets } from "./write-sheets.js";

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
  // A failure on this side reaches the output as the failure of the file.
  writeFile(input, { file, signal: failure.signal, limits }).catch((error: unknown) => file.destroy(toError(error)));
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

interface FileOptions {
  readonly file: Writable;
  readonly signal: AbortSignal;
  readonly limits: WorkbookLimits;
}

async function writeFile(input: WorkbookInput, { file, signal, limits }: FileOptions): Promise<void> {
  const { asOf, month } = input.statement;
  const made = new Date(asOf ?? `${month}-01T00:00:00Z`);
  const workbook = new WorkbookWriter({
    stream: file,
    useStyles: true,
    // A table of all texts would have to stay in memory.
    useSharedStrings: false,
    creator: "spendbook",
    lastModifiedBy: "spendbook",
    created: made,
    modified: made,
  });
  const { keep, texts } = createLongTexts();
  const book = { workbook, title: `Statement ${month}`, keep, signal, limits };
  await writeSheets(book, input);
  if (texts.length > 0) await writeLongTexts(book, texts);
  await workbook.commitByRank(rankOfSheet);
}
