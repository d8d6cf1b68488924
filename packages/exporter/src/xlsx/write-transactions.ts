import type { StatementLine } from "@spendbook/normalizer";
import type WorkbookWriter from "#workbook-writer";
import type { Worksheet } from "#workbook-writer";
import { type EntryColumn, entryColumns } from "../entry-columns.js";
import { dateCell, decimalCell, inexactText, textCell, type WorkbookCell } from "./cells.js";
import type { LongTexts } from "./long-texts.js";
import { appendRow, appendTexts } from "./sheet-writer.js";
import { styles } from "./styles.js";

/** Rows of a sheet in Excel, without the header. */
const longestSheet = 1_048_575;

/** How many rows go out before the zip is waited for. */
const rowsBetweenDrains = 50;

const headers = [...entryColumns.map(({ name }) => name), "amount_exact"];

/** Writes the lines on `Transactions`, and on `Transactions 2` and so on where one sheet cannot hold them. */
export async function writeTransactions(
  workbook: WorkbookWriter,
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  longTexts: LongTexts,
): Promise<void> {
  let sheet = startSheet(workbook, 1);
  let sheets = 1;
  let rows = 0;
  for await (const line of lines) {
    if (rows === longestSheet) {
      sheet.commit();
      sheets += 1;
      sheet = startSheet(workbook, sheets);
      rows = 0;
    }
    const amount = line.amount?.amount.toFixed() ?? null;
    appendRow(sheet, [
      ...entryColumns.map((column) => cellOf(column, line, longTexts)),
      textCell(inexactText(amount), longTexts.keep),
    ]);
    rows += 1;
    if (rows % rowsBetweenDrains === 0) await workbook.zip.drain();
  }
  sheet.commit();
}

function startSheet(workbook: WorkbookWriter, number: number): Worksheet {
  const sheet = workbook.addWorksheet(number === 1 ? "Transactions" : `Transactions ${number}`, {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.columns = [...entryColumns.map(({ width }) => ({ width })), { width: 22 }];
  sheet.autoFilter = { from: "A1", to: `${columnLetter(headers.length)}1` };
  appendTexts(sheet, headers, styles.header);
  return sheet;
}

function cellOf({ type, value }: EntryColumn, line: StatementLine, longTexts: LongTexts): WorkbookCell {
  const text = value(line);
  if (text === null) return { value: null, style: styles.plain };
  if (type === "date") return dateCell(text);
  if (type === "decimal") return decimalCell(text);
  if (type === "boolean") return { value: text === "true", style: styles.plain };
  return textCell(text, longTexts.keep);
}

/** A to Z are enough for what is written here. */
function columnLetter(number: number): string {
  return String.fromCharCode(64 + number);
}
