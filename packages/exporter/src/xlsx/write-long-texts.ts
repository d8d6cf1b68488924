import type WorkbookWriter from "#workbook-writer";
import { appendRow, appendTexts } from "./append-row.js";
import { countCell, writtenCell } from "./cells.js";
import { longTextsSheet, partsOf } from "./long-texts.js";
import { styles } from "./styles.js";

/** Writes the texts that no cell holds on a sheet of their own, in parts that one after the other give the text. */
export async function writeLongTexts(workbook: WorkbookWriter, texts: readonly string[], signal: AbortSignal) {
  const sheet = workbook.addWorksheet(longTextsSheet, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = [{ width: 10 }, { width: 10 }, { width: 120 }];
  appendTexts(sheet, ["number", "part", "text"], styles.header);
  for (const [index, text] of texts.entries()) {
    let part = 0;
    for (const piece of partsOf(text)) {
      part += 1;
      appendRow(sheet, [countCell(index + 1), countCell(part), writtenCell(piece)]);
    }
    await workbook.zip.whenReady(signal);
  }
  sheet.commit();
}
