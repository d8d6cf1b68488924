import { expect, test } from "vitest";
import { hostileLines } from "../__fixtures__/hostile-journal.js";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { exportFormats } from "../export-formats.js";

const lines = [...hostileLines.filter(({ kind }) => kind !== "usage"), lineOf("top-up", "5", { date: "2026-10-01" })];
const input = monthOf("2026-10", lines, { "org_1 USD": "100.005" });
const formats = ["hledger", "ledger", "beancount", "quickbooks-journal", "xero-bill", "xero-journal"] as const;

test("the order of the lines decides nothing of what is posted", async () => {
  const signed = lines.filter(({ amount }) => amount !== null);
  for (const format of formats) {
    const files = await filesOf(exportFormats[format], { ...input, lines: () => signed });
    expect(await filesOf(exportFormats[format], { ...input, lines: () => signed.toReversed() })).toEqual(files);
  }
});
