import type { Statement } from "@spendbook/normalizer";
import type WorkbookWriter from "#workbook-writer";
import { appendRow, appendTexts } from "./append-row.js";
import { cellOf, type KeepLongText, textCell } from "./cells.js";
import { styles } from "./styles.js";
import { type SummaryTable, summaryTables } from "./summary-tables.js";

const bases = {
  posted: "posted: an entry counts when the provider booked it",
  incurred: "incurred: an entry counts when its charge period starts",
};

/** Writes the sheet that is read first: the wallets' roll-forward, totals, what to look at, spend by service and day. */
export function writeSummary(workbook: WorkbookWriter, statement: Statement, keep: KeepLongText): void {
  const sheet = workbook.addWorksheet("Summary", {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [18, 18, 22, 14, 14, ...Array<number>(14).fill(15)].map((width) => ({ width }));
  const exacts: [cell: string, exact: string][] = [];
  let rows = 0;

  appendTexts(sheet, [`Statement ${statement.month}`], styles.title);
  const head = [
    ["month", statement.month],
    ["time zone", statement.timezone],
    ["basis", bases[statement.basis]],
    ["as of", statement.asOf ?? "nothing was collected yet"],
    ["sign", "into the wallet +, out of it −; spend is printed positive; an empty cell is not known"],
  ];
  for (const texts of head)
    appendRow(
      sheet,
      texts.map((text) => textCell(text, keep)),
    );
  appendTexts(sheet, ["This is not a tax invoice."], styles.heading);
  rows += head.length + 2;

  function append({ title, header, types, rows: values }: SummaryTable): void {
    appendRow(sheet, []);
    appendTexts(sheet, [title], styles.heading);
    appendTexts(sheet, header, styles.header);
    rows += 3;
    for (const texts of values) {
      const cells = texts.map((text, index) => cellOf(types[index] ?? "text", text, keep));
      appendRow(sheet, cells);
      rows += 1;
      for (const [index, cell] of cells.entries())
        if (cell?.exact !== undefined) exacts.push([`${String.fromCharCode(65 + index)}${rows}`, cell.exact]);
    }
  }

  for (const table of summaryTables(statement)) append(table);
  if (exacts.length > 0)
    append({ title: "Exact amounts", header: ["cell", "amount"], types: ["text", "text"], rows: [...exacts] });
  sheet.commit();
}
