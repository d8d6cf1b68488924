/** What is built upon in exceljs' streaming writer, which has no types of its own. */
declare module "exceljs/lib/stream/xlsx/workbook-writer.js" {
  import type { PartStream } from "./part-stream.js";

  export interface ExcelWorksheet {
    readonly name: string;
    readonly stream: PartStream;
    /** Whether rows have begun, which columns stand before. */
    startedData: boolean;
    readonly _sheetRelsWriter: { addRelationship(relationship: { Target: string; Type: string }): string };
    _write(xml: string): void;
    _writeColumns(): void;
    _writeOpenSheetData(): void;
    _writeLegacyData(): void;
    /** What is added here. */
    writeRows(xml: string): void;
  }
  export default class ExcelWorkbookWriter {
    constructor(options: unknown);
    readonly zip: { append(source: string | PartStream, entry: { readonly name: string }): void };
    readonly styles: { addStyleModel(style: object): number };
    readonly _worksheets: (ExcelWorksheet | undefined)[];
    _openStream(path: string): PartStream;
    addWorksheet(name: string, options: unknown): ExcelWorksheet;
    commit(): Promise<void>;
  }
}
