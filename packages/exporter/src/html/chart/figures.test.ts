import { expect, test } from "vitest";
import { companyLines } from "../__fixtures__/company-lines.js";
import { companyStatement } from "../__fixtures__/company-statement.js";
import { balancesSection, daysSection } from "../charts-section.js";
import { renderHtml } from "../render-html.js";

const company = companyStatement([...companyLines(400)]);
const emptyMonth = { ...company, byDay: [], balances: [] };

test("each currency has a chart of its own, with a bar for what each provider was paid on each day", () => {
  const html = renderHtml(daysSection(company));
  expect(html.match(/<svg class="chart broad"/g)).toHaveLength(2);
  for (const { date, provider, currency, spend } of company.byDay)
    expect(html).toContain(`<title>${date}, ${provider}: ${currency} ${spend}</title>`);
});

test("a day of refunds has its bar below the line", () => {
  const refund = {
    date: "2026-10-02",
    provider: "wavespeed",
    account: "studio",
    currency: "USD",
    spend: "-5",
    lines: 1,
  } as const;
  const html = renderHtml(daysSection({ ...company, byDay: [{ ...refund, date: "2026-10-01", spend: "5" }, refund] }));
  const zero = Number(/class="zero-line"[^>]* y1="([\d.]+)"/.exec(html)?.[1]);
  const [up, down] = [...html.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"><title>/g)];
  expect(Number(up?.[1]) + Number(up?.[2])).toBeCloseTo(zero, 1);
  expect(Number(down?.[1])).toBeCloseTo(zero, 1);
});

test("each wallet has a chart of its balance, and every day on which money came in is marked with its exact amount", () => {
  const html = renderHtml(balancesSection(company));
  const comings = company.balances.filter(({ moneyIn }) => moneyIn !== "0");
  expect(comings.length).toBeGreaterThan(1);
  for (const { date, currency, moneyIn } of comings)
    expect(html).toContain(`<title>${date}: ${currency} ${moneyIn} came in</title>`);
  expect(html.match(/<figure/g)).toHaveLength(4);
});

test("where there is nothing to draw, words say so", () => {
  expect(renderHtml(daysSection(emptyMonth))).toContain("Nothing was spent in this month.");
  expect(renderHtml(balancesSection(emptyMonth))).toContain("No balance can be drawn");
});

test("more wallets than are drawn are counted", () => {
  const [day] = company.balances;
  if (day === undefined) throw new Error("the company has balances");
  const balances = Array.from({ length: 30 }, (_, index) => ({ ...day, wallet: `wallet ${index}` }));
  const html = renderHtml(balancesSection({ ...company, balances }));
  expect(html.match(/<figure/g)).toHaveLength(24);
  expect(html).toContain("6 further wallets not drawn");
});

test("a drawing has a title, a description and a table, and nothing that a content policy refuses", () => {
  const html = renderHtml(daysSection(company)) + renderHtml(balancesSection(company));
  const drawings =
    html.match(/<svg class="chart[^>]*role="img" aria-labelledby="[^"]+" aria-describedby="[^"]+">/g) ?? [];
  expect(drawings).toHaveLength(html.match(/<svg class="chart/g)?.length ?? 0);
  expect(html).not.toMatch(/style=|NaN|Infinity|undefined/);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("where a difference is unexplained, it is said why the drawing ends beside the closing", () => {
  const wallets = company.wallets.map((wallet) => ({ ...wallet, unexplained: "50" }));
  const said = "An unexplained difference has no day";
  expect(renderHtml(balancesSection({ ...company, wallets }))).toContain(said);
  expect(renderHtml(balancesSection(company))).not.toContain(said);
});
