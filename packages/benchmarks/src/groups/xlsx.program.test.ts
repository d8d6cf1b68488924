import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { expect, onTestFinished, test } from "vitest";
import { compare } from "../measure/compare.js";
import { prepareXlsxWriters } from "./xlsx.js";

const records = 200;

test("every writer that is measured fills the same cells in the same formats", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const writers = await prepareXlsxWriters(folder, records);
  const sheets: Awaited<ReturnType<typeof readTransactions>>[] = [];
  const check = async ({ output }: { readonly output: string }) => {
    sheets.push(await readTransactions(await readFile(output)));
  };
  await compare(writers, { records, rounds: 1, check, tell: () => {} });
  expect(sheets).toHaveLength(4);
  const [first] = sheets;
  expect(first).toMatchObject({ frozen: 1, filter: `A1:V${records + 1}` });
  // Twenty cells of a line and the header's twenty-two; the exact texts are empty.
  expect(first?.cells).toHaveLength(20 * records + 22);
  for (const [index, sheet] of sheets.entries()) expect(sheet, writers[index]?.name).toEqual(first);
});

async function readTransactions(bytes: Buffer) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as never);
  const sheet = workbook.getWorksheet("Transactions");
  if (sheet === undefined) throw new Error("there is no sheet Transactions");
  const cells: unknown[] = [];
  sheet.eachRow((row) =>
    row.eachCell(({ address, value, text, numFmt, alignment }) => {
      const plain = typeof value === "object" && value !== null && !(value instanceof Date) ? text : value;
      // "General" is how no format is called where it is called anything.
      if (Number(row.number) > 1)
        cells.push([address, plain, numFmt === "General" ? undefined : numFmt, alignment?.horizontal]);
      else cells.push([address, plain]);
    }),
  );
  const [view] = sheet.views;
  return { cells, filter: sheet.autoFilter, frozen: view?.state === "frozen" && view.ySplit };
}
