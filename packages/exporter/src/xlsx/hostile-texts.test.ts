import exceljs from "exceljs";
import { expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { hostileStatement } from "../__fixtures__/hostile-statement.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { hostileTexts, line } from "../__fixtures__/statement.js";
import { writeWorkbook } from "./write-workbook.js";

const lines = hostileTexts.map((each, index) => ({ ...line(index, -1n, each), resource: each, service: each }));
const statement = hostileStatement(hostileTexts);
const workbook = await readWorkbook(await collect((output) => writeWorkbook({ statement, lines }, output)));
const longTexts = workbook.rows("Long texts").slice(1);

/** What a cell says, with the whole of a text that it only begins. */
function whole(cell: unknown): unknown {
  const [, number] = /… \(cut; the whole text is number (\d+) on the sheet Long texts\)$/.exec(String(cell)) ?? [];
  if (number === undefined) return cell;
  return longTexts
    .filter(([text]) => text === Number(number))
    .map(([, , part]) => part)
    .join("");
}

test.each([
  { sheet: "Transactions", columns: [8, 9, 10] },
  { sheet: "Roll-forward", columns: [2, 3] },
  { sheet: "By service", columns: [1, 2] },
  { sheet: "By resource", columns: [1, 2, 3] },
  { sheet: "By day", columns: [2] },
  { sheet: "By cost centre and account", columns: [0, 1, 2, 3] },
  { sheet: "Reconciliation", columns: [1, 2, 9] },
  { sheet: "Notes", columns: [3] },
  { sheet: "Summary", columns: [1, 2] },
])("every hostile text stands whole on $sheet", ({ sheet, columns }) => {
  const rows = workbook.rows(sheet);
  for (const column of columns) {
    const found = new Set(rows.map((row) => whole(row[column])));
    const missing = hostileTexts.filter((text) => !found.has(text)).map((text) => text.slice(0, 40));
    // The page that is read first shows no more wallets than fit on it.
    if (sheet === "Summary") expect(missing.length).toBeLessThanOrEqual(hostileTexts.length - 20);
    else expect(missing, `column ${column}`).toEqual([]);
  }
});

test("no formula of the workbook holds anything of a text, and no text is a number", () => {
  let formulas = 0;
  for (const name of workbook.names)
    workbook.sheet(name).eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === exceljs.ValueType.Formula) {
          formulas += 1;
          expect(cell.formula).toMatch(/^(?:-?SUM|SUMIFS|IF\(ABS|'Roll-forward'!|E\d+-I\d+|0$)/);
          expect(cell.formula).not.toMatch(/HYPERLINK|https?:|REF!/);
        }
        expect([exceljs.ValueType.String, exceljs.ValueType.Hyperlink, exceljs.ValueType.Error]).not.toContain(
          cell.type,
        );
      }),
    );
  expect(formulas).toBeGreaterThan(300);
});
