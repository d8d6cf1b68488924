import type { Style } from "#workbook-writer";

// One object for each style, shared by all its cells: exceljs recognises styles by identity.
const top = { vertical: "top" } as const;
export const styles = {
  text: { numFmt: "@", alignment: top },
  wrapped: { numFmt: "@", alignment: { vertical: "top", wrapText: true } },
  date: { numFmt: "yyyy-mm-dd", alignment: top },
  // Two digits at least, as many as there are up to ten: sub-cent amounts are normal here.
  decimal: { numFmt: "#,##0.00########;[Red]-#,##0.00########", alignment: top },
  count: { numFmt: "#,##0", alignment: top },
  plain: { alignment: top },
  title: { font: { bold: true, size: 16 } },
  heading: { font: { bold: true, size: 12 } },
  header: {
    font: { bold: true, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F3A5F" } },
    alignment: { vertical: "middle", wrapText: true },
  },
} as const satisfies Record<string, Style>;
