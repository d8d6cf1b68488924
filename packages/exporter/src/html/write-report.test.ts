import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { decimalText, money } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { script, style } from "#report-assets";
import { collect } from "../__fixtures__/collect.js";
import { hostileTexts, line, statement } from "../__fixtures__/statement.js";
import { companyLines } from "./__fixtures__/company-lines.js";
import { companyStatement } from "./__fixtures__/company-statement.js";
import { readBlocks } from "./__fixtures__/read-blocks.js";
import { lineValues } from "./line-values.js";
import { escapeText } from "./render-html.js";
import { type ReportInput, writeReport } from "./write-report.js";

const pageOf = async (input: ReportInput) => (await collect((output) => writeReport(input, output))).toString("utf8");
const company = [...companyLines(500)];

test("the page holds every line with every field", async () => {
  const page = await pageOf({ statement: companyStatement(company), lines: company });
  expect(readBlocks(page)).toEqual(company.map(lineValues));
});

test("lines come from an async iterable as well as from an array, to the same bytes", async () => {
  async function* slowly() {
    yield* company;
  }
  const month = companyStatement(company);
  expect(await pageOf({ statement: month, lines: slowly() })).toBe(await pageOf({ statement: month, lines: company }));
});

test("the policy names the one script and the one style sheet by their hashes, and allows nothing else", async () => {
  const page = await pageOf({ statement, lines: [] });
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const [, inlineScript = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
  const [, inlineStyle = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  expect(inlineScript).toBe(script);
  expect(inlineStyle).toBe(style);
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${hash(inlineScript)}`,
    `style-src ${hash(inlineStyle)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

test("the script and the style sheet can stand in a page as they are, and name no address", () => {
  for (const text of [script, style]) {
    expect(text).not.toMatch(/<\/(script|style)|<!--|\r/i);
    expect(text).not.toMatch(/https?:|url\(|@import|innerHTML|\beval\b/);
  }
});

test("hostile text in every field of lines and statement is all there, and none of it is markup", async () => {
  const markup = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'<!--`;
  const texts = [...hostileTexts, markup];
  const lines = texts.map((text, index) => ({
    ...line(index, 1n, text),
    account: text,
    wallet: text,
    service: text,
    resource: text,
    keyName: text,
    unit: text,
    coding: { code: text, costCentre: text, taxTreatment: text, vendor: text, rule: 1, functional: null },
  }));
  const [wallet] = statement.wallets;
  if (wallet === undefined) throw new Error("the statement has a wallet");
  const page = await pageOf({
    statement: {
      ...statement,
      notice: markup,
      timezone: markup,
      wallets: texts.map((text) => ({ ...wallet, account: text, wallet: text, notes: [text] })),
      balances: statement.balances.map((day) => ({ ...day, account: markup, wallet: markup })),
      byService: statement.byService.map((total) => ({ ...total, service: markup })),
      byResource: statement.byResource.map((total) => ({ ...total, resource: markup })),
      byCoding: statement.byCoding.map((total) => ({ ...total, vendor: markup })),
      warnings: texts.map((text) => ({ code: text, message: text, account: text })),
    },
    lines,
  });
  expect(readBlocks(page)).toEqual(lines.map(lineValues));
  for (const text of texts) expect(page.split(escapeText(text)).length).toBeGreaterThan(10);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img|<!--|onerror=alert\(1\)>/);
});

test("a month of more lines than the file holds says so, holds the first, and counts all", async () => {
  const page = await pageOf({ statement: companyStatement(company), lines: company, limit: 120 });
  expect(readBlocks(page)).toHaveLength(120);
  expect(page).toContain("500 lines in this month.");
  expect(page).toContain("This file holds the first 120 of them");
  expect(page).toContain("All 500 are in statement-2026-10.csv");
  expect(await pageOf({ statement: companyStatement(company), lines: company })).not.toContain("This file holds");
});

test("the first lines stand in the page itself, with all that is known of them", async () => {
  const page = await pageOf({ statement: companyStatement(company), lines: company });
  expect(page.match(/<tr role="row"><td role="cell" class="date">/g)).toHaveLength(100);
  for (const { origin, description } of company.slice(0, 100)) {
    expect(page).toContain(origin.sha256);
    expect(page).toContain(escapeText(description));
  }
  expect(page).toContain("The first 100 lines are shown; all are in statement-2026-10.csv.");
});

test("an amount of unknown direction is shown as such, and not as nothing", async () => {
  const unknown = { ...line(1, 1n), amount: null, unsignedAmount: money("12.5", "USD") };
  const page = await pageOf({ statement, lines: [unknown] });
  expect(page).toContain('class="amount">±<span class="amount">12');
  expect(readBlocks(page)[0]).toMatchObject({ amount: null, unsignedAmount: decimalText(money("12.5", "USD")) });
});

test("a statement with nothing in it is a page that says so", async () => {
  const nothing = {
    wallets: [],
    totals: [],
    byService: [],
    byResource: [],
    byDay: [],
    byCoding: [],
    balances: [],
    cutOff: [],
    warnings: [],
  };
  const page = await pageOf({
    statement: { ...statement, ...nothing, status: "draft", numbers: [], asOf: null },
    lines: [],
  });
  expect(page).toContain("Nothing was collected for this month.");
  expect(page).toContain("0 lines in this month.");
  expect(page).toContain("Every line was posted and incurred in the same month.");
  expect(page).toContain("draft: the next collection may change it");
  expect(page).not.toContain("Look at these first");
});

test("what the statement says is on the page: numbers, verdicts, evidence, checks, parts, cut-off, warnings", async () => {
  const page = await pageOf({ statement, lines: [] });
  for (const said of [
    "Not a tax invoice.",
    "no. 7, revision 2",
    "The closing of the month before, which is closed.",
    "Stated later by the provider, less what moved in between.",
    "All 14 records sum to the balance.",
    "The first note.",
    "+The second note.",
    "neevcloud/acme/1",
    "cut_off_rows",
    "Granted",
    "Neev, Ltd",
  ])
    expect(page).toContain(said);
});

test("the wallets in the currency of the books are on the page where there are rates, with what is not known as such", async () => {
  const page = await pageOf({
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
    lines: [],
  });
  expect(page).toContain("In EUR, the currency of the books");
  expect(page).toContain(
    "money out at the month&#39;s average rate".replace("&#39;", page.includes("&#39;") ? "&#39;" : "'"),
  );
  expect(await pageOf({ statement, lines: [] })).not.toContain("the currency of the books");
});

test("an output that fails while the lines are written ends their reading", async () => {
  let [ended, read, written] = [false, 0, 0];
  function* reading() {
    try {
      for (; read < 50_000; read += 1) yield line(read, BigInt(read), `${Math.sin(read)}`);
    } finally {
      ended = true;
    }
  }
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.length;
      done(written > 300_000 ? new Error("no space left") : null);
    },
  });
  await expect(writeReport({ statement, lines: reading() }, output)).rejects.toThrow("no space left");
  await expect.poll(() => ended).toBe(true);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(50_000);
});

test("a month of which something could not be collected is stamped incomplete", async () => {
  const partial = statement.wallets.map((wallet) => ({ ...wallet, completeness: "partial" as const }));
  const stamp = '<span class="stamp incomplete">Incomplete</span>';
  expect(await pageOf({ statement: { ...statement, wallets: partial }, lines: [] })).toContain(stamp);
  expect(await pageOf({ statement, lines: [] })).not.toContain(stamp);
});
