import { once } from "node:events";
import { createWriteStream, readFileSync, type WriteStream } from "node:fs";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { writeWorkbook } from "@spendbook/exporter";
import exceljs from "exceljs";
import { linesOf } from "../lines/line-at.js";
import { sheetCells, sheetColumns } from "../lines/sheet-cells.js";

// write-xlsx.js WRITER RECORDS FILE STATEMENT: writes the lines as a workbook by one of the writers.
const [writer = "", count, file = "", statement = ""] = process.argv.slice(2);
const records = Number(count);

/** The sheet Transactions alone, one style object for each column, a pause wherever the file takes no more. */
async function writeWithExceljs(output: WriteStream): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet("Transactions", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = sheetColumns.map(({ name, width, style }) => ({ header: name, width, style }));
  sheet.getRow(1).eachCell((cell) => {
    cell.style = {
      font: { bold: true, color: { argb: "FFFFFFFF" } },
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F3A5F" } },
      alignment: { vertical: "middle", wrapText: true },
    };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: records + 1, column: sheetColumns.length } };
  let row = 0;
  for (const line of linesOf(records)) {
    sheet.addRow(sheetCells(line)).commit();
    row += 1;
    if (row % 100 > 0) continue;
    await setImmediate();
    if (output.writableNeedDrain) await once(output, "drain");
  }
  await workbook.commit();
}

const writers: Readonly<Record<string, (output: WriteStream) => Promise<void>>> = {
  spendbook: (output) =>
    writeWorkbook({ statement: JSON.parse(readFileSync(statement, "utf8")), lines: linesOf(records) }, output),
  exceljs: writeWithExceljs,
};
const write = writers[writer];
if (write === undefined) throw new Error(`there is no writer ${writer}`);
await write(createWriteStream(file));
