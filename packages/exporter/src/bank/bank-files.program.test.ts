import { decimalText, money } from "@spendbook/normalizer";
import { describe, expect, test } from "vitest";
import { bankPrograms, ties } from "../__fixtures__/bank-programs.js";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { exportFormats } from "../export-formats.js";
import { readBankStatements } from "./read-bank-statements.js";

const october = monthOf(
  "2026-10",
  [
    lineOf("top-up", "500", { date: "2026-10-02" }),
    ...Array.from({ length: 300 }, (_, index) =>
      lineOf("usage", `-0.${String(1000 + index * 29).padStart(4, "0")}`, {
        date: `2026-10-${String(1 + (index % 31)).padStart(2, "0")}`,
        wallet: index % 3 === 0 ? "second" : "org_1",
      }),
    ),
    lineOf("fee", "-1.5", { date: "2026-10-09" }),
    lineOf("refund", "2.0001", { date: "2026-10-31" }),
  ],
  { "org_1 USD": "-3.3333", "second USD": "40" },
  "-0.07",
);

const same = (one: string, other: string) => money(one, "USD").amount.eq(other);

describe.each(bankPrograms)("$program reads $format", ({ format, read }) => {
  test("back to every entry, which sum to the statement's balances", async () => {
    const { statements } = await readBankStatements(october);
    const files = [...(await filesOf(exportFormats[format], october)).values()];
    expect(files).toHaveLength(2);
    for (const [index, text] of files.entries()) {
      const statement = statements[index];
      if (statement === undefined) throw new Error("a file has no statement");
      const { amounts, opening, closing } = await read(text);
      const expected = statement.entries.map(({ id, amount }) => [id, decimalText(amount)]);
      expect(Object.keys(amounts).sort()).toEqual(expected.map(([id]) => id).sort());
      for (const [id = "", amount = ""] of expected) expect(same(amounts[id] ?? "", amount)).toBe(true);
      expect(same(closing ?? "", decimalText(statement.closing ?? money("0", "USD")))).toBe(true);
      if (opening !== null) expect(same(opening, decimalText(statement.opening ?? money("0", "USD")))).toBe(true);
      expect(ties(amounts, decimalText(statement.opening ?? money("0", "USD")), closing ?? "")).toBe(true);
    }
  });

  test("and a wrong last digit in it shows", async () => {
    const [text = ""] = (await filesOf(exportFormats[format], october)).values();
    const amount = /(<TRNAMT>|<Ntry>[\s\S]*?<Amt Ccy="USD">)(-?\d+\.\d)(\d)/;
    const wrong = text.replace(amount, (_all, before, digits, last) => `${before}${digits}${(Number(last) + 1) % 10}`);
    expect(wrong).not.toBe(text);
    const { amounts, closing } = await read(wrong);
    expect(ties(amounts, "-3.33", closing ?? "")).toBe(false);
  });
});
