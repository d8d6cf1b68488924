import type { Writable } from "node:stream";
import WorkbookWriter from "#workbook-writer";
import type { WorkbookLimits } from "./book.js";
import { createLongTexts } from "./long-texts.js";
import { writeLongTexts } from "./write-long-texts.js";
import { rankOfSheet, writeSheets } from "./write-sheets.js";
import type { WorkbookInput } from "./write-workbook.js";

export interface BookOptions {
  readonly file: Writable;
  /** Stops the writing where the output has failed. */
  readonly signal: AbortSignal;
  readonly limits: WorkbookLimits;
}

/** Writes all sheets of a month's workbook, and ends the file. */
export async function writeBook(input: WorkbookInput, { file, signal, limits }: BookOptions): Promise<void> {
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
