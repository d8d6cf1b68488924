import { money } from "@spendbook/normalizer";
import exceljs from "exceljs";
import { expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { line, statement } from "../__fixtures__/statement.js";
import { type WorkbookInput, writeWorkbook } from "./write-workbook.js";

const written = async (input: Partial<WorkbookInput>) =>
  readWorkbook(await collect((output) => writeWorkbook({ statement, lines: [], ...input }, output)));

const sheets = [
  "Summary",
  "Roll-forward",
  "By service",
  "By resource",
  "By day",
  "By cost centre and account",
  "Transactions",
  "Reconciliation",
  "Notes",
  "Chart data",
];

test("transactions are real dates, numbers, booleans and text under a frozen, filtered header", async () => {
  const { names, sheet, rows } = await written({ lines: [line(1, -40_000n), line(3, -1_234_567n)] });
  expect(names).toEqual(sheets);
  const transactions = sheet("Transactions");
  expect(transactions.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(transactions.autoFilter).toBe("A1:Z3");
  expect(rows("Transactions")[0]?.join()).toBe(
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,amount_exact,currency,list_amount,list_amount_exact,estimated,record_id,record_sha256,account_code,cost_centre,tax_treatment,vendor,wallet_no",
  );
  const row = transactions.getRow(2);
  expect(row.getCell(1).value).toEqual(new Date("2026-10-31T00:00:00Z"));
  expect(row.getCell(1).numFmt).toBe("yyyy-mm-dd");
  expect(row.getCell(14).value).toBe(-0.04);
  expect(row.getCell(14).numFmt).toBe("#,##0.00#############");
  expect(row.getCell(19).value).toBe(false);
  expect(row.getCell(9).value).toBeNull();
  expect(transactions.getColumn(11).width).toBe(44);
});

test("headers of numbers stand at the right like the numbers", async () => {
  const { sheet } = await written({ lines: [line(1, -40_000n)] });
  const [header, row] = [1, 2].map((number) => sheet("Transactions").getRow(number));
  for (const column of [14, 26]) {
    expect(header?.getCell(column).alignment.horizontal).toBe("right");
    expect(row?.getCell(column).alignment.horizontal).toBe("right");
  }
  expect(header?.getCell(5).alignment.horizontal).toBeUndefined();
});

test("an amount that a number does not hold has its exact text beside it, and one without a sign only that", async () => {
  const lines = [
    { ...line(0, 1n), amount: money("-1234567890.1234567", "USD"), listAmount: money("0.0000000000000000001", "USD") },
    { ...line(1, 1n), quantity: "1.00000000000000000001", unit: "credits" },
    { ...line(2, 1n), amount: null, unsignedAmount: money("12.5", "USD"), kind: "unclassified" as const },
  ];
  const cells = (await written({ lines })).rows("Transactions").slice(1);
  expect(cells.map((row) => [row[11], ...row.slice(13, 18)])).toEqual([
    [undefined, -1234567890.1234567, "-1234567890.1234567", "USD", 1e-19, "0.0000000000000000001"],
    ["1.00000000000000000001", 0.000001, undefined, "USD", undefined, undefined],
    [undefined, undefined, "±12.5", "USD", undefined, undefined],
  ]);
});

test("amounts of the tables have their exact text beside them where a number does not hold them, and totals always", async () => {
  const [total] = statement.byService;
  if (total === undefined) throw new Error("the fixture has no service");
  const byService = [total, { ...total, service: "b", spend: "12345678901.12345678" }];
  const { rows, sheet } = await written({ statement: { ...statement, byService } });
  const live = expect.objectContaining({ formula: expect.stringMatching(/^SUMIFS/) });
  expect(rows("By service").map((row) => row.slice(2, 6))).toEqual([
    ["Service", "Currency", "Spend", "Spend, exact"],
    ["(none stated)", "USD", 12.000001, undefined],
    ["b", "USD", 12345678901.123457, "12345678901.12345678"],
    ["", "USD", live, "12345678913.12345778"],
  ]);
  expect(sheet("By service").getCell("E2").numFmt).toBe("#,##0.00");
});

test("the wallets in the currency of the books have a sheet where there are rates, and a sum of nothing known is not nought", async () => {
  const { names, sheet } = await written({
    statement: {
      ...statement,
      functional: [
        {
          provider: "neevcloud",
          account: "acme",
          wallet: "org_1",
          walletCurrency: "USD",
          currency: "EUR",
          policy: "month-average",
          opening: null,
          moneyIn: "45.123456",
          moneyOut: "-9",
          exchangeDifference: null,
          closing: null,
          uncovered: "2.5",
        } as const,
      ],
    },
  });
  expect(names).toContain("Functional currency");
  const rows = sheet("Functional currency");
  expect(rows.getCell("H2").value).toBe(45.123456);
  expect([rows.getCell("F2").value, rows.getCell("F4").value]).toEqual([null, null]);
  expect(rows.getCell("I4").text).toBe("45.123456");
});

test("a month without a mapping has no sheet of cost centres, and says why", async () => {
  const { names, rows } = await written({ statement: { ...statement, byCoding: [] } });
  expect(names).toEqual(sheets.filter((name) => name !== "By cost centre and account"));
  expect(rows("Notes").map((row) => row[3])).toContainEqual(expect.stringMatching(/^No mapping was given/));
  expect(rows("Transactions")[0]).not.toContain("account_code");
});

test("a month without anything has its sheets", async () => {
  const nothing = { wallets: [], totals: [], byService: [], byResource: [], byDay: [], byCoding: [], cutOff: [] };
  const { names, sheet, rows } = await written({ statement: { ...statement, ...nothing } });
  expect(names).toEqual(sheets.filter((name) => name !== "By cost centre and account"));
  expect(sheet("Transactions").rowCount).toBe(1);
  expect(rows("Summary").flat()).toContain("No wallet was found.");
});

test("the properties name the program and the moment of the evidence, not the moment of writing", async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await collect((output) => writeWorkbook({ statement, lines: [] }, output))) as never);
  expect(workbook.creator).toBe("spendbook");
  expect(workbook.created).toEqual(new Date("2026-11-02T06:00:00.000Z"));
});
