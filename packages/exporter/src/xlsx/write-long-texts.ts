import type { Book } from "./book.js";
import { countCell, writtenCell } from "./cells.js";
import { longTextsSheet, partsOf } from "./long-texts.js";
import type { SheetColumn } from "./sheet-column.js";
import { startSpillSheet } from "./spill-sheet.js";

const columns: readonly SheetColumn[] = [
  { header: "number", width: 10, align: "right" },
  { header: "part", width: 10, align: "right" },
  { header: "text", width: 120 },
];

/** Writes the texts that no cell holds on a sheet of their own, in parts that one after the other give the text. */
export async function writeLongTexts(book: Book, texts: readonly string[]): Promise<void> {
  const sheet = startSpillSheet(book, { name: longTextsSheet, columns });
  for (const [index, text] of texts.entries()) {
    let part = 0;
    for (const piece of partsOf(text)) {
      part += 1;
      sheet.append([countCell(index + 1), countCell(part), writtenCell(piece)]);
    }
    await book.workbook.zip.whenReady(book.signal);
  }
  sheet.end();
}
