import type exceljs from "exceljs";
import { expect, test } from "vitest";
import { calculate } from "../__fixtures__/calculate.js";
import { collect } from "../__fixtures__/collect.js";
import { readWorkbook } from "../__fixtures__/read-workbook.js";
import { richMonth } from "../__fixtures__/rich-month.js";
import { writeWorkbook } from "./write-workbook.js";

const { statement, lines } = richMonth();
const workbook = await readWorkbook(await collect((output) => writeWorkbook({ statement, lines }, output)));
const { rows, sheet } = workbook;

/** Plain values, the result of a formula for the formula. */
const plain = (cell: unknown) =>
  typeof cell === "object" && cell !== null && "formula" in cell ? (cell as { result?: unknown }).result : cell;
const table = (name: string) => rows(name).map((row) => Array.from(row, plain));

test("every live cell holds what its formula gives over the cells of the workbook", () => {
  const results = calculate(workbook);
  expect(results.length).toBeGreaterThan(250);
  for (const { address, cached, calculated } of results)
    if (typeof calculated === "number") expect(calculated, address).toBeCloseTo(Number(cached), 6);
    else expect([calculated, cached], address).toEqual(["agrees", "agrees"]);
});

test("Summary says what the paper is, which month and evidence, and counts the verdicts in words and color", () => {
  const summary = table("Summary");
  expect(summary.slice(0, 3)).toEqual([
    ["Statement for October 2026"],
    ["Draft: it may change with the next collection"],
    ["This statement is not a tax invoice; the providers issue those."],
  ]);
  expect(summary[3]?.slice(0, 2)).toEqual(["Statement number", "none: only closed months are numbered"]);
  expect(summary[4]?.[1]).toBe("2026-10-01 to 2026-10-31, Asia/Kolkata");
  expect(summary.slice(3, 7).map((row) => row.slice(7, 9))).toEqual([
    ["proved", 2],
    ["explained", 1],
    ["unproved", 1],
    ["broken", 1],
  ]);
  const fills = [5, 6, 7, 8].map(
    (row) => (sheet("Summary").getCell(`H${row}`).fill as exceljs.FillPattern).fgColor?.argb,
  );
  expect(new Set(fills).size).toBe(4);
  const wallet = summary.find((row) => row[2] === "wallet_eu");
  expect(wallet?.slice(4)).toEqual([
    "not known",
    67.008322,
    "not known",
    "not known",
    130.991678,
    "not known",
    "unproved",
    "usage-only",
  ]);
});

test("a closed month has its numbers on Summary, and all of them on Notes", async () => {
  const numbers = ["a", "b", "c", "d"].map((account) => ({
    provider: "flexprice" as const,
    account,
    number: 7,
    revision: 2,
  }));
  const closed = { ...statement, status: "closed" as const, numbers };
  const read = await readWorkbook(await collect((output) => writeWorkbook({ statement: closed, lines }, output)));
  const said = read.rows("Summary").flat();
  expect(said).toContain("Closed: it never changes");
  expect(said).toContainEqual(expect.stringMatching(/^flexprice\/a No\. 7, revision 2; .*; 1 more on Notes$/));
  const noted = read.rows("Notes").filter(([kind]) => kind === "Number");
  expect(noted.map((row) => [row[1], row[3]])).toEqual(
    numbers.map(({ account }) => [`flexprice/${account}`, "Statement No. 7, revision 2"]),
  );
});

test("a month of which something could not be collected is marked incomplete", async () => {
  expect(rows("Summary").flat().join()).not.toContain("INCOMPLETE");
  const warnings = [{ code: "account_incomplete", message: "It failed.", account: null }];
  const input = { statement: { ...statement, warnings }, lines };
  const read = await readWorkbook(await collect((output) => writeWorkbook(input, output)));
  expect(read.sheet("Summary").getCell("A4").text).toMatch(/^INCOMPLETE: /);
});

test("Roll-forward leads from opening to closing with evidence, and a wallet's parts follow", () => {
  const own = table("Roll-forward").filter((row) => row[3] === "org_1");
  expect(own.map((row) => row[5]).slice(0, 13)).toEqual([
    "Opening",
    "Top-ups",
    "Grants",
    "Refunds",
    "Usage",
    "Expired",
    "Fees",
    "Adjustments",
    "Unclassified",
    "Unexplained",
    "Closing",
    "Spend",
    "Spend, month before",
  ]);
  expect(own[0]?.slice(6)).toEqual([
    910.250001,
    "",
    "910.250001",
    "",
    "stated by the provider, and nothing moved since: 910.250001 at 2026-09-30T18:30:00Z",
  ]);
  const { closing = null } = statement.wallets.find(({ wallet }) => wallet === "org_1") ?? {};
  expect(own[10]?.slice(6, 10)).toEqual([Number(closing), Number(closing), closing, "agrees"]);
  expect(own.slice(13).map((row) => row[5])).toContain("Part granted: closing");
  const formatOf = (currency: string) => {
    const at = table("Roll-forward").findIndex((row) => row[4] === currency) + 1;
    return sheet("Roll-forward").getCell(`G${at}`).numFmt;
  };
  expect([formatOf("USD"), formatOf("JPY")]).toEqual(["#,##0.00", "#,##0"]);
});

test("Reconciliation shows every outcome, every digit of a difference, and the cut-off", () => {
  const reconciliation = table("Reconciliation");
  const outcomes = reconciliation.flatMap((row) => (typeof row[9] === "string" ? [row[8]] : []));
  for (const outcome of ["agrees", "explained", "missing", "differs"]) expect(outcomes).toContain(outcome);
  expect(reconciliation).toContainEqual(expect.arrayContaining(["Unexplained movement", -2.425]));
  expect(reconciliation).toContainEqual(expect.arrayContaining(["opening", 80, "2026-09-30T18:30:00Z"]));
  expect(reconciliation).toContainEqual(expect.arrayContaining(["neevcloud/acme/1", "2026-09", -0.5]));
  expect(reconciliation.filter((row) => row[4] === "Transactions = movements")).toHaveLength(5);
});

test("names obey Excel, and every table has a frozen header and a filter", () => {
  for (const name of workbook.names) {
    expect(name).toMatch(/^(?!History$)[^:\\/?*[\]']{1,31}$/);
    if (["Summary", "Reconciliation", "Chart data"].includes(name)) continue;
    expect(sheet(name).views[0], name).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet(name).autoFilter, name).toMatch(/^A1:[A-Z]+\d+$/);
  }
  expect(new Set(workbook.names.map((name) => name.toLowerCase())).size).toBe(workbook.names.length);
});

test("with very many wallets Summary shows the most doubtful, and says how many more there are", async () => {
  const [wallet] = statement.wallets;
  if (wallet === undefined) throw new Error("the fixture has no wallet");
  const wallets = Array.from({ length: 30 }, (_, index) => ({
    ...wallet,
    wallet: `wallet_${index}`,
    verdict: index === 29 ? ("broken" as const) : ("proved" as const),
  }));
  const input = { statement: { ...statement, wallets }, lines: [] };
  const read = (await readWorkbook(await collect((output) => writeWorkbook(input, output)))).rows("Summary");
  const shown = read.map((row) => row[2]).filter((name) => String(name).startsWith("wallet_"));
  expect(shown).toHaveLength(20);
  expect(shown[0]).toBe("wallet_29");
  expect(read.flat()).toContainEqual(expect.stringMatching(/^10 more wallets stand on Roll-forward/));
});
