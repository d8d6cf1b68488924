import { decimalText, money, round } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { hostileJournalTexts, hostileLines } from "../../__fixtures__/hostile-journal.js";
import { filesOf, monthOf } from "../../__fixtures__/journal.js";
import { netOf, rowsOf, totalOf } from "../../__fixtures__/read-import.js";
import { exportFormats } from "../../export-formats.js";
import { unguardText } from "../../formula-guard.js";
import { textOfCell } from "./cell-text.js";

const month = monthOf("2026-10", hostileLines);
const formats = ["quickbooks-journal", "xero-journal", "xero-bill"] as const;

test.each(formats)("hostile text in %s breaks no row, makes no formula, and is all there", async (format) => {
  const files = [...(await filesOf(exportFormats[format], month))];
  const imports = files.filter(([name]) => !name.includes("left-out")).flatMap(([, csv]) => rowsOf(csv));
  const leftOut = files.filter(([name]) => name.includes("left-out")).flatMap(([, csv]) => rowsOf(csv));
  const cells = imports.flatMap((row) => Object.entries(row));
  for (const [column, cell] of cells) {
    if (!/^\*?(UnitAmount|Amount)$/.test(column)) expect(cell).not.toMatch(/^['\s]*[=+\-@＝＋－＠]/);
    expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(cell.length).toBeLessThan(41_000);
  }
  const texts = [
    ...cells.map(([, cell]) => textOfCell(cell)),
    ...leftOut.flatMap((row) => Object.values(row).map(unguardText)),
  ];
  for (const text of hostileJournalTexts) {
    const found = text.replace(/\p{Surrogate}/gu, "\ufffd");
    expect(
      texts.some((each) => each.includes(`, ${found} (`) || each === found),
      found.slice(0, 60),
    ).toBe(true);
  }
});

test("hostile text changes no amount: debits and credits agree, and the bills sum to the spending", async () => {
  const all = async (format: (typeof formats)[number]) =>
    [...(await filesOf(exportFormats[format], month))].flatMap(([name, csv]) =>
      name.includes("left-out") ? [] : rowsOf(csv),
    );
  expect(totalOf((await all("quickbooks-journal")).map(netOf))).toBe("0");
  expect(totalOf((await all("xero-journal")).map((row) => row["*Amount"]))).toBe("0");
  const spend = totalOf(month.statement.wallets.map((wallet) => wallet.spend ?? undefined));
  const billed = totalOf((await all("xero-bill")).map((row) => row["*UnitAmount"]));
  expect(billed).toBe(decimalText(round(money(spend, "USD"), 2, "half-even")));
});
