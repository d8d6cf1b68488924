/** What is used of exceljs' streaming writer with the additions of src/bundled, which the build bundles. */
declare module "#workbook-writer" {
  import type { Writable } from "node:stream";

  export interface Color {
    readonly argb: string;
  }
  export interface Style {
    readonly numFmt?: string;
    readonly font?: {
      readonly name: string;
      readonly family: number;
      readonly size: number;
      readonly bold?: boolean;
      readonly color?: Color;
    };
    readonly alignment?: {
      readonly vertical?: "top" | "middle";
      readonly horizontal?: "left" | "right" | "center";
      readonly indent?: number;
      readonly wrapText?: boolean;
    };
    readonly fill?: { readonly type: "pattern"; readonly pattern: "solid"; readonly fgColor: Color };
    readonly border?: { readonly top: { readonly style: "thin"; readonly color: Color } };
  }
  export interface FormatRule {
    readonly type: "expression";
    readonly priority: number;
    readonly formulae: readonly string[];
    readonly style: {
      readonly font: { readonly bold: boolean; readonly color: Color };
      readonly fill: { readonly type: "pattern"; readonly pattern: "solid"; readonly bgColor: Color };
    };
  }
  export interface PageSetup {
    readonly paperSize?: number;
    orientation?: "landscape" | "portrait";
    readonly fitToPage?: boolean;
    readonly fitToWidth?: number;
    readonly fitToHeight?: number;
    readonly horizontalCentered?: boolean;
    readonly margins?: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
    printTitlesRow?: string;
    printArea?: string;
  }
  export interface Worksheet {
    columns: readonly { readonly width: number }[];
    autoFilter: string | null;
    readonly pageSetup: PageSetup;
    /** Rows as XML, in their order. */
    writeRows(xml: string): void;
    addConditionalFormatting(formatting: { readonly ref: string; readonly rules: readonly FormatRule[] }): void;
    commit(): void;
  }
  export interface WorksheetOptions {
    readonly views?: readonly {
      readonly state?: "frozen";
      readonly ySplit?: number;
      readonly showGridLines?: boolean;
    }[];
    readonly properties?: { readonly tabColor?: Color };
    readonly pageSetup?: PageSetup;
    readonly headerFooter?: { readonly oddHeader: string; readonly oddFooter: string };
  }
  /** DrawingML; the drawing names its charts `rId1`, `rId2` and so on. */
  export interface ChartDrawing {
    readonly drawing: string;
    readonly charts: readonly string[];
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
    /** The number by which cells name a style; the same object has the same one. */
    styleIdOf(style: Style): number;
    addWorksheet(name: string, options?: WorksheetOptions): Worksheet;
    /** Before the sheet is committed. */
    addCharts(sheet: Worksheet, drawing: ChartDrawing): void;
    /** Ends the workbook; its tabs stand in the order of their ranks. */
    commitByRank(rankOf: (name: string) => number): Promise<void>;
  }
}
