/** What is used of exceljs' streaming writer, which the build bundles. */
declare module "#workbook-writer" {
  import type { Writable } from "node:stream";

  export type CellValue = number | boolean | { readonly richText: readonly { readonly text: string }[] };
  export interface Style {
    readonly numFmt?: string;
    readonly font?: {
      readonly name: string;
      readonly family: number;
      readonly size: number;
      readonly bold?: boolean;
      readonly color?: { readonly argb: string };
    };
    readonly alignment?: { readonly vertical?: "top" | "middle"; readonly wrapText?: boolean };
    readonly fill?: {
      readonly type: "pattern";
      readonly pattern: "solid";
      readonly fgColor: { readonly argb: string };
    };
  }
  export interface Row {
    style: Style;
    getCell(column: number): { value: CellValue; style: Style };
    commit(): void;
  }
  export interface Worksheet {
    columns: readonly { readonly width: number }[];
    autoFilter: string | null;
    addRow(values: readonly []): Row;
    commit(): void;
  }
  export interface WorksheetOptions {
    readonly views?: readonly { readonly state: "frozen"; readonly ySplit: number }[];
    readonly pageSetup?: {
      readonly orientation?: "landscape";
      readonly fitToPage?: boolean;
      readonly fitToWidth?: number;
      readonly fitToHeight?: number;
      readonly printTitlesRow?: string;
    };
  }
  export default class WorkbookWriter {
    constructor(options: {
      readonly stream: Writable;
      readonly useStyles: boolean;
      readonly useSharedStrings: boolean;
      readonly creator: string;
      readonly lastModifiedBy: string;
      readonly created: Date;
      readonly modified: Date;
    });
    /** The archive of create-archive.ts. */
    readonly zip: { whenReady(signal: AbortSignal): Promise<void> };
    addWorksheet(name: string, options?: WorksheetOptions): Worksheet;
    commit(): Promise<void>;
  }
}
