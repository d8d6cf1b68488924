import { writeEntriesCsv } from "./csv/write-entries-csv.js";
import { writeSummaryCsv } from "./csv/write-summary-csv.js";
import type { ExportFormat } from "./export-format.js";
import { writeStatementJson } from "./write-statement-json.js";
import { writeWorkbook } from "./xlsx/write-workbook.js";

/** Every format by its name; the order is the order in which they are written. */
export const exportFormats = {
  csv: ({ statement, lines }) => [
    { name: `statement-${statement.month}.csv`, write: (output) => writeEntriesCsv(lines(), output) },
    { name: `summary-${statement.month}.csv`, write: (output) => writeSummaryCsv(statement, output) },
  ],
  xlsx: ({ statement, lines }) => [
    {
      name: `statement-${statement.month}.xlsx`,
      write: (output) => writeWorkbook({ statement, lines: lines() }, output),
    },
  ],
  json: ({ statement }) => [
    { name: `statement-${statement.month}.json`, write: (output) => writeStatementJson(statement, output) },
  ],
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
