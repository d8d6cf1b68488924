/** What is used of exceljs' streaming writer, which the build bundles. */
declare module "#workbook-writer" {
  import type { Writable } from "node:stream";

  export interface Style {
    readonly numFmt?: string;
    readonly font?: { readonly bold?: boolean; readonly size?: number; readonly color?: { readonly argb: string } };
    readonly alignment?: {
      readonly vertical?: "top" | "middle";
      readonly horizontal?: "left" | "right" | "center";
      readonly wrapText?: boolean;
    };
    readonly fill?: {
      readonly type: "pattern";
      readonly pattern: "solid";
      readonly fgColor: { readonly argb: string };
    };
  }
  export interface Cell {
    value: string | number | boolean | Date | null;
    style: Style;
  }
  export interface Row {
    getCell(column: number): Cell;
    commit(): void;
  }
  export interface Worksheet {
    columns: readonly { readonly width: number }[];
    autoFilter: { readonly from: string; readonly to: string } | null;
    addRow(values: readonly unknown[]): Row;
    commit(): void;
  }
  export interface WorksheetOptions {
    readonly views?: readonly object[];
    readonly pageSetup?: object;
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
    readonly zip: { drain(): Promise<void> };
    addWorksheet(name: string, options?: WorksheetOptions): Worksheet;
    commit(): Promise<void>;
  }
}
