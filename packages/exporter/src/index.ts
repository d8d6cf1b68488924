export type { CsvDialect, CsvOptions } from "./csv/csv-dialect.js";
export { writeEntriesCsv } from "./csv/write-entries-csv.js";
export { writeSummaryCsv } from "./csv/write-summary-csv.js";
export type { ExportFile, ExportFormat, ExportInput } from "./export-format.js";
export { type ExportFormatName, exportFormats } from "./export-formats.js";
export { guardText, unguardText } from "./formula-guard.js";
export { writeStatementJson } from "./write-statement-json.js";
export { type WorkbookInput, writeWorkbook } from "./xlsx/write-workbook.js";
