import { camt053 } from "./bank/camt053.js";
import { csvTargets } from "./bank/csv-targets.js";
import { ofx } from "./bank/ofx.js";
import { bankCsvFormat } from "./bank/write-bank-csv.js";
import { writeEntriesCsv } from "./csv/write-entries-csv.js";
import { writeSummaryCsv } from "./csv/write-summary-csv.js";
import type { ExportFormat } from "./export-format.js";
import { focusFormat } from "./focus/write-focus.js";
import { writeReport } from "./html/write-report.js";
import { quickbooksJournal } from "./journal/accounting/quickbooks-journal.js";
import { createXeroBill } from "./journal/accounting/xero-bill.js";
import { createXeroJournal } from "./journal/accounting/xero-journal.js";
import { beancount } from "./journal/beancount/beancount.js";
import { hledger } from "./journal/plain-text/hledger.js";
import { ledger } from "./journal/plain-text/ledger.js";
import { parquetFormat } from "./parquet/write-parquet.js";
import { writeStatementJson } from "./write-statement-json.js";
import { writeWorkbook } from "./xlsx/write-workbook.js";

/** Every format by its name; the order is the order in which they are written. */
export const exportFormats = {
  csv: ({ statement, lines, csv }) => [
    { name: `statement-${statement.month}.csv`, write: (output) => writeEntriesCsv(lines(), output, csv) },
    { name: `summary-${statement.month}.csv`, write: (output) => writeSummaryCsv(statement, output, csv) },
  ],
  xlsx: ({ statement, lines }) => [
    {
      name: `statement-${statement.month}.xlsx`,
      write: (output) => writeWorkbook({ statement, lines: lines() }, output),
    },
  ],
  html: ({ statement, lines }) => [
    {
      name: `statement-${statement.month}.html`,
      write: (output) => writeReport({ statement, lines: lines() }, output),
    },
  ],
  json: ({ statement }) => [
    { name: `statement-${statement.month}.json`, write: (output) => writeStatementJson(statement, output) },
  ],
  hledger,
  ledger,
  beancount,
  "quickbooks-journal": quickbooksJournal,
  "xero-bill": createXeroBill(),
  "xero-journal": createXeroJournal(),
  "quickbooks-bank": bankCsvFormat(csvTargets.quickbooks),
  "xero-bank": bankCsvFormat(csvTargets.xero),
  "sage-bank": bankCsvFormat(csvTargets.sage),
  "freeagent-bank": bankCsvFormat(csvTargets.freeagent),
  "wave-bank": bankCsvFormat(csvTargets.wave),
  ofx,
  camt053,
  "focus-1.2": focusFormat("1.2"),
  "focus-1.4": focusFormat("1.4"),
  parquet: parquetFormat,
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
