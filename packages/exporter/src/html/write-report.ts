import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Statement, StatementLine } from "@spendbook/normalizer";

export interface ReportInput {
  readonly statement: Statement;
  readonly lines: AsyncIterable<StatementLine> | Iterable<StatementLine>;
  /** How many lines the file holds at most; of more it says so. 200,000 unless said otherwise. */
  readonly limit?: number;
}

/**
 * Writes a month as one HTML file that loads nothing: summary, roll-forward, charts, evidence, and the lines with search
 * and sort. `lines` is read once and only as fast as the output takes it; the same input gives the same bytes. Ends the
 * output and resolves once it took everything; an error of the lines or of the output destroys the output and is thrown.
 */
export async function writeReport(input: ReportInput, output: Writable): Promise<void> {
  // What draws the charts is loaded only where a report is written.
  const { reportTexts } = await import("./report-texts.js");
  await pipeline(reportTexts(input), output);
}
