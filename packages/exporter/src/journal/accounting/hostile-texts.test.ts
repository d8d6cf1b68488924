import { decimalText, money, round } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { hostileLines } from "../../__fixtures__/hostile-journal.js";
import { filesOf, monthOf } from "../../__fixtures__/journal.js";
import { netOf, rowsOf, totalOf } from "../../__fixtures__/read-import.js";
import { exportFormats } from "../../export-formats.js";

const month = monthOf("2026-10", hostileLines);

test("hostile text changes no amount: debits and credits agree, and the bills sum to the spending", async () => {
  const all = async (format: "quickbooks-journal" | "xero-journal" | "xero-bill") =>
    [...(await filesOf(exportFormats[format], month))].flatMap(([name, csv]) =>
      name.includes("left-out") ? [] : rowsOf(csv),
    );
  expect(totalOf((await all("quickbooks-journal")).map(netOf))).toBe("0");
  expect(totalOf((await all("xero-journal")).map((row) => row["*Amount"]))).toBe("0");
  const spend = totalOf(month.statement.wallets.map((wallet) => wallet.spend ?? undefined));
  const billed = totalOf((await all("xero-bill")).map((row) => row["*UnitAmount"]));
  expect(billed).toBe(decimalText(round(money(spend, "USD"), 2, "half-even")));
});
