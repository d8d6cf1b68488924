import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { format } from "@fast-csv/format";
import { writeEntriesCsv } from "@spendbook/exporter";
import { stringify } from "csv-stringify";
import Papa from "papaparse";
import { linesOf } from "../lines/line-at.js";
import { header, lineCells } from "../lines/line-cells.js";

// write-csv.js WRITER RECORDS FILE: writes the lines as CSV for spreadsheets by one of the writers.
const [writer = "", count, file = ""] = process.argv.slice(2);
const records = Number(count);
const mark = "\ufeff";
const newline = "\r\n";

function* cells() {
  yield header;
  for (const line of linesOf(records)) yield lineCells(line);
}

/** Joins by hand, with quotes where a cell needs them. */
function joined(row: readonly string[]): string {
  return row.map((cell) => (/[",\r\n\ufeff]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}

/** Gives rows in groups as texts. */
async function writeTexts(output: WriteStream, size: number, textOf: (rows: string[][]) => string): Promise<void> {
  const write = async (rows: string[][], before = "") => {
    if (!output.write(before + textOf(rows) + newline)) await once(output, "drain");
  };
  await write([header], mark);
  let rows: string[][] = [];
  for (const line of linesOf(records)) {
    rows.push(lineCells(line));
    if (rows.length < size) continue;
    await write(rows);
    rows = [];
  }
  if (rows.length > 0) await write(rows);
  output.end();
  await once(output, "finish");
}

const unparse = (rows: string[][]) => Papa.unparse(rows, { newline });
const writers: Readonly<Record<string, (output: WriteStream) => Promise<void>>> = {
  spendbook: (output) => writeEntriesCsv(linesOf(records), output),
  join: (output) => writeTexts(output, 100, (rows) => rows.map(joined).join(newline)),
  papaparse: (output) => writeTexts(output, 100, unparse),
  "papaparse-whole": async (output) => {
    output.end(mark + unparse([...cells()]) + newline);
    await once(output, "finish");
  },
  "fast-csv": (output) =>
    pipeline(cells, format({ rowDelimiter: newline, includeEndRowDelimiter: true, writeBOM: true }), output),
  "csv-stringify": (output) => pipeline(cells, stringify({ record_delimiter: "windows", bom: true }), output),
};
const write = writers[writer];
if (write === undefined) throw new Error(`there is no writer ${writer}`);
await write(createWriteStream(file));
