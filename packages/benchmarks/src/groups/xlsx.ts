import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Contestant } from "../measure/compare.js";
import { compareAtSizes } from "../measure/compare-at-sizes.js";
import { debianPython, peerPath } from "../peers/peer-path.js";
import { programPath } from "../programs/program-path.js";
import { comparisonTable } from "../report/comparison-table.js";
import type { Group } from "./group.js";

/** Compiles the peer in C and folds the statement of so many lines into a folder; gives the writers that use both. */
export async function prepareXlsxWriters(folder: string, records: number): Promise<readonly Contestant[]> {
  const compiled = join(folder, "write_xlsx");
  const statement = join(folder, "statement.json");
  await promisify(execFile)("cc", ["-O2", "-o", compiled, peerPath("write_xlsx.c"), "-lxlsxwriter"]);
  await promisify(execFile)(process.execPath, [programPath("make-statement"), `${records}`, statement]);
  const node = (writer: string): Contestant["command"] => {
    return (task) => [process.execPath, programPath("write-xlsx"), writer, `${task.records}`, task.output, statement];
  };
  return [
    {
      name: "libxlsxwriter, constant memory",
      command: ({ records, output }) => [compiled, `${records}`, output],
    },
    { name: "**spendbook**", command: node("spendbook") },
    { name: "exceljs, streaming", command: node("exceljs"), most: 100_000 },
    {
      name: "Python XlsxWriter, constant memory",
      command: ({ records, output }) => [debianPython, peerPath("write_xlsx.py"), `${records}`, output],
      most: 100_000,
    },
  ];
}

/** `statement-<month>.xlsx` beside other writers of XLSX, which write its sheet Transactions alone. */
export const xlsx: Group = {
  title: "XLSX",
  sizes: [10_000, 100_000, 1_000_000],
  async measure(sizes, tell) {
    const results = await compareAtSizes(sizes, tell, async (records, folder) => ({
      contestants: await prepareXlsxWriters(folder, records),
      check: expectWorkbook,
    }));
    return `A statement's lines, made from their index, on a sheet of 22 columns with number and date formats, a frozen header, a
filter and widths, compressed at level 6. Ours is the whole workbook, with its nine other sheets, charts and live sums.
Medians of five rounds, of three from a million records; the ratios are to libxlsxwriter in the same round.

${comparisonTable("writer", results)}`;
  },
};

/** That the cells are the same is the test's; here it is that all were written. */
async function expectWorkbook({ output, records }: { readonly output: string; readonly records: number }) {
  const { size } = await stat(output);
  if (size < 100 * records) throw new Error(`${size} bytes are no workbook of ${records} lines`);
}
