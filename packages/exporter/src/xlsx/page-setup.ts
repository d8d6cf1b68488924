import type { PageSetup, WorksheetOptions } from "#workbook-writer";

const margins = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.65, header: 0.3, footer: 0.3 };

/** Landscape A4, as wide as the page; as many pages as it takes where `pages` is 0. */
export function pageSetup(pages: 0 | 1): PageSetup {
  return { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: pages, margins };
}

/** What stands at the head and foot of every printed page. */
export function headerFooter(title: string, sheet: string): NonNullable<WorksheetOptions["headerFooter"]> {
  const left = `&L&"Calibri"&9${title.replaceAll("&", "&&")}`;
  return {
    oddHeader: `${left}&R&"Calibri"&9${sheet}`,
    oddFooter: '&L&"Calibri"&9Not a tax invoice&R&"Calibri"&9Page &P of &N',
  };
}
