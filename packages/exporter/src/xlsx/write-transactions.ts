import type { StatementLine } from "@spendbook/normalizer";
import type WorkbookWriter from "#workbook-writer";
import type { Worksheet } from "#workbook-writer";
import { inBatches } from "../in-batches.js";
import { appendRow, appendTexts } from "./append-row.js";
import type { KeepLongText } from "./cells.js";
import { styles } from "./styles.js";
import { transactionCells, transactionColumns } from "./transaction-cells.js";

/** The rows of a sheet in Excel, without the header. */
const longestSheet = 1_048_575;

/** How many rows go out before the archive is waited for. */
const batchSize = 100;

export interface TransactionsOptions {
  readonly keep: KeepLongText;
  /** Stops the writing where the output has failed. */
  readonly signal: AbortSignal;
  readonly rowsPerSheet?: number;
}

/** Writes the lines on `Transactions`, and on `Transactions 2` and so on where one sheet cannot hold them. */
export async function writeTransactions(
  workbook: WorkbookWriter,
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  { keep, signal, rowsPerSheet = longestSheet }: TransactionsOptions,
): Promise<void> {
  let number = 1;
  let rows = 0;
  let sheet = startSheet(workbook, number);
  for await (const batch of inBatches(lines, batchSize)) {
    for (const line of batch) {
      if (rows === rowsPerSheet) {
        endSheet(sheet, rows);
        number += 1;
        rows = 0;
        sheet = startSheet(workbook, number);
      }
      appendRow(sheet, transactionCells(line, keep));
      rows += 1;
    }
    await workbook.zip.whenReady(signal);
  }
  endSheet(sheet, rows);
}

function startSheet(workbook: WorkbookWriter, number: number): Worksheet {
  const sheet = workbook.addWorksheet(number === 1 ? "Transactions" : `Transactions ${number}`, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" },
  });
  sheet.columns = transactionColumns.map(({ width }) => ({ width }));
  appendTexts(
    sheet,
    transactionColumns.map(({ name }) => name),
    styles.header,
  );
  return sheet;
}

function endSheet(sheet: Worksheet, rows: number): void {
  sheet.autoFilter = `A1:${columnLetter(transactionColumns.length)}${rows + 1}`;
  sheet.commit();
}

/** The name of one of the first 26 columns. */
function columnLetter(number: number): string {
  return String.fromCharCode(64 + number);
}
