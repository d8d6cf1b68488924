import exceljs from "exceljs";
import { expect, test } from "vitest";
import { calculate } from "../__fixtures__/calculate.js";
import { collect } from "../__fixtures__/collect.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { richMonth } from "../__fixtures__/rich-month.js";
import { excelLimits } from "./book.js";
import { writeWorkbook } from "./write-workbook.js";

const rowsPerSheet = 40;
const written = async (limits: Partial<typeof excelLimits>) =>
  readWorkbook(await collect((output) => writeWorkbook(richMonth(), output, { ...excelLimits, ...limits })));

test("tables go on to further sheets where one is full, each with its header and its filter", async () => {
  const { lines, statement } = richMonth();
  const { names, sheet, rows } = await written({ rowsPerSheet });
  const transactions = names.filter((name) => name.startsWith("Transactions"));
  expect(transactions).toHaveLength(Math.ceil(lines.length / rowsPerSheet));
  expect(transactions.slice(0, 3)).toEqual(["Transactions", "Transactions 2", "Transactions 3"]);
  const ids = transactions.flatMap((name) => {
    const [header = [], ...body] = rows(name);
    expect(body.length).toBeLessThanOrEqual(rowsPerSheet);
    expect(sheet(name).autoFilter).toBe(`A1:Z${body.length + 1}`);
    return body.map((row) => row[header.indexOf("record_id")]);
  });
  expect(ids).toEqual(lines.map(({ id }) => id));
  expect(names.filter((name) => name.startsWith("By day"))).toHaveLength(
    Math.ceil(statement.byDay.length / rowsPerSheet),
  );
  expect(names.indexOf("By day 2")).toBe(names.indexOf("By day") + 1);
  expect(names.indexOf("Reconciliation")).toBeGreaterThan(names.indexOf(transactions.at(-1) ?? ""));
});

test("formulas reach over all sheets of a table, and a wallet's rows are not torn apart", async () => {
  const workbook = await written({ rowsPerSheet });
  const results = calculate(workbook);
  expect(results.length).toBeGreaterThan(200);
  for (const { address, cached, calculated } of results)
    if (typeof calculated === "number") expect(calculated, address).toBeCloseTo(Number(cached), 6);
    else expect(calculated, address).toBe(cached);
  expect(results.some(({ formula }) => formula.includes("'Transactions 33'!"))).toBe(true);
  const rollForward = workbook.names.filter((name) => name.startsWith("Roll-forward"));
  expect(rollForward.length).toBeGreaterThan(1);
  for (const name of rollForward) expect(workbook.rows(name)[1]?.[5]).toBe("Opening");
});

test("where sums over the lines would take too long the movements are stored values, and Notes says so", async () => {
  const { sheet, rows } = await written({ cellsToSum: 1000 });
  expect(sheet("Roll-forward").getCell("G3").value).toBe(4000);
  expect(sheet("Roll-forward").getCell("G12").type).toBe(exceljs.ValueType.Formula);
  expect(rows("Notes").map((row) => row[3])).toContainEqual(expect.stringMatching(/stored movements/));
  expect(rows("Reconciliation").flat()).not.toContain("Transactions = movements");
});
