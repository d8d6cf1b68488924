/** What is built upon in exceljs' streaming writer, which has no types of its own. */
declare module "exceljs/lib/stream/xlsx/workbook-writer.js" {
  export interface ExcelWorksheet {
    readonly name: string;
    readonly _sheetRelsWriter: { addRelationship(relationship: { Target: string; Type: string }): string };
    _write(xml: string): void;
    _writeLegacyData(): void;
  }
  export default class ExcelWorkbookWriter {
    constructor(options: unknown);
    readonly zip: { append(source: string, entry: { readonly name: string }): void };
    readonly _worksheets: (ExcelWorksheet | undefined)[];
    addWorksheet(name: string, options: unknown): ExcelWorksheet;
    commit(): Promise<void>;
  }
}
