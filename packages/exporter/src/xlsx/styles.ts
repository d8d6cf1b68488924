import type { Style } from "#workbook-writer";
import { shownPlaces } from "./is-held-by-number.js";

const top = { vertical: "top" } as const;
const calibri = { name: "Calibri", family: 2 } as const;

/** One object for each style, shared by all its cells: exceljs recognises styles by identity. */
export const styles = {
  none: {},
  plain: { alignment: top },
  // The text format keeps a program from reading a formula or a number into a text that is edited.
  text: { numFmt: "@", alignment: top },
  date: { numFmt: "yyyy-mm-dd", alignment: top },
  // Two places at least, for sub-cent amounts as many as there are.
  decimal: { numFmt: `#,##0.00${"#".repeat(shownPlaces - 2)}`, alignment: top },
  count: { numFmt: "#,##0", alignment: top },
  title: { font: { ...calibri, bold: true, size: 16 } },
  heading: { font: { ...calibri, bold: true, size: 12 } },
  header: {
    font: { ...calibri, bold: true, size: 11, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F3A5F" } },
    alignment: { vertical: "middle", wrapText: true },
  },
} as const satisfies Record<string, Style>;
