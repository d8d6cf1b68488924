import { expect, test } from "vitest";
import WorkbookWriter from "#workbook-writer";
import { collect } from "../__fixtures__/collect.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { line } from "../__fixtures__/statement.js";
import { writeTransactions } from "./write-transactions.js";

test.each([
  {
    count: 6,
    sheets: [
      [0, 1, 2],
      [3, 4, 5],
    ],
  },
  { count: 7, sheets: [[0, 1, 2], [3, 4, 5], [6]] },
])("$count lines go on to another sheet where one holds three", async ({ count, sheets }) => {
  const made = new Date(0);
  const bytes = await collect(async (stream) => {
    const workbook = new WorkbookWriter({
      stream,
      useStyles: true,
      useSharedStrings: false,
      creator: "",
      lastModifiedBy: "",
      created: made,
      modified: made,
    });
    const lines = Array.from({ length: count }, (_, index) => line(index, BigInt(index)));
    const { signal } = new AbortController();
    await writeTransactions(workbook, lines, { keep: (text) => text, signal, rowsPerSheet: 3 });
    await workbook.commit();
  });
  const { names, sheet, rows } = await readWorkbook(bytes);
  expect(names).toEqual(["Transactions", "Transactions 2", "Transactions 3"].slice(0, sheets.length));
  for (const [index, name] of names.entries()) {
    const ids = (sheets[index] ?? []).map((each) => `neevcloud/acme/${each}`);
    expect(rows(name).map((row) => row[19])).toEqual(["record_id", ...ids]);
    expect(sheet(name).autoFilter).toBe(`A1:U${ids.length + 1}`);
  }
});
