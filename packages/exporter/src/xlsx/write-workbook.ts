import type { Writable } from "node:stream";
import type { Statement, StatementLine } from "@spendbook/normalizer";
import WorkbookWriter from "#workbook-writer";
import { createLongTexts, longTextsSheet, partsOf } from "./long-texts.js";
import { appendRow, appendTexts } from "./sheet-writer.js";
import { styles } from "./styles.js";
import { writeSummary } from "./write-summary.js";
import { writeTransactions } from "./write-transactions.js";

export interface WorkbookInput {
  readonly statement: Statement;
  readonly lines: AsyncIterable<StatementLine> | Iterable<StatementLine>;
}

/**
 * Writes the workbook: Summary, Transactions (the CSV's columns, and the exact text of amounts that a workbook's number
 * cannot hold). Streaming, so memory stays flat; the same input gives the same bytes. Ends the output; throws what the
 * lines or the output throw.
 */
export async function writeWorkbook({ statement, lines }: WorkbookInput, output: Writable): Promise<void> {
  const made = new Date(statement.asOf ?? `${statement.month}-01T00:00:00Z`);
  const workbook = new WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    creator: "spendbook",
    lastModifiedBy: "spendbook",
    created: made,
    modified: made,
  });
  const longTexts = createLongTexts();
  writeSummary(workbook, statement, longTexts);
  await writeTransactions(workbook, lines, longTexts);
  if (longTexts.texts.length > 0) {
    const sheet = workbook.addWorksheet(longTextsSheet);
    sheet.columns = [{ width: 10 }, { width: 10 }, { width: 120 }];
    appendTexts(sheet, ["number", "part", "text"], styles.header);
    for (const [index, text] of longTexts.texts.entries())
      for (const [part, piece] of [...partsOf(text)].entries())
        appendRow(sheet, [
          { value: index + 1, style: styles.count },
          { value: part + 1, style: styles.count },
          { value: piece, style: styles.text },
        ]);
    sheet.commit();
  }
  await workbook.commit();
}
