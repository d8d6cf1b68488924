import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileJournalTexts } from "../__fixtures__/hostile-journal.js";
import { cellText, textOfCell } from "./accounting/cell-text.js";
import * as beancount from "./beancount/beancount-account.js";
import { quoted } from "./beancount/beancount-text.js";
import { cutText } from "./cut-text.js";
import * as plainText from "./plain-text/account-name.js";
import { tagLines } from "./plain-text/tag-lines.js";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(...hostileJournalTexts),
);
/** UTF-8 has no form for half a surrogate pair. */
const inUtf8 = (text: string) => Buffer.from(text, "utf8").toString("utf8");

test("a tag's value comes back whole, from lines that are short and hold nothing but words", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = tagLines({ service: text }, "").trimEnd().split("\n");
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThan(4096);
        expect(line).toMatch(/^; service(-\d+)?: ?[\p{L}\p{N}\p{M} ._/+&'%-]*$/u);
        expect(line).not.toMatch(/: .* {2}/);
      }
      const value = lines.map((line) => line.replace(/^; service(-\d+)?: ?/, "")).join("");
      expect(decodeURIComponent(value)).toBe(inUtf8(text));
    }),
  );
});

test("a string of beancount comes back whole, from one line without a quotation mark inside", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(quoted(text)).toMatch(/^"[^"\\\p{Cc}]*"$/u);
      expect(decodeURIComponent(quoted(text).slice(1, -1))).toBe(inUtf8(text));
    }),
  );
});

test("a cell of an import comes back whole, is one line, and no formula; a percent sign of a tax rate stays", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cellText(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(cellText(text)).not.toMatch(/^['\s]*[=+\-@＝＋－＠]/);
      expect(textOfCell(cellText(text))).toBe(inUtf8(text));
    }),
  );
  expect(cellText("20% (VAT on Expenses)")).toBe("20% (VAT on Expenses)");
});

test("different wallets have different accounts, in forms that the programs take", () => {
  const anyName = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."aA1-_: .~%") }));
  const wallet = (name: string) => ({ provider: "neevcloud", account: "acme", wallet: name }) as const;
  fc.assert(
    fc.property(anyName, anyName, (left, right) => {
      const plain = [left, right].map((name) => plainText.walletAccount("Assets:Prepaid", wallet(name)));
      const bean = [left, right].map((name) => beancount.walletAccount("Assets:Prepaid", wallet(name)));
      for (const name of plain)
        expect(name).toMatch(/^Assets:Prepaid:neevcloud:acme:(-|[\p{L}\p{N}%](?!.* {2})[^\p{C};:]*)$/u);
      for (const name of bean) expect(name).toMatch(/^Assets:Prepaid:Neevcloud:Acme:[A-Z0-9][A-Za-z0-9-]*$/);
      if (inUtf8(left) === inUtf8(right)) return;
      expect(plain[0]).not.toBe(plain[1]);
      expect(bean[0]).not.toBe(bean[1]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["Assets:Prepaid AI Credits", "prepaid", "Assets:Prepaid-AI-Credits"],
  ["6310", "usage", "Expenses:6310"],
  ["1200 Bank", "bank", "Assets:1200-Bank"],
  ["Income", "grants", "Income:Income"],
  ["Liabilities:Card", "bank", "Liabilities:Card"],
] as const)("beancount takes %s, of the role %s, as %s", (name, role, account) => {
  expect(beancount.chartAccount(name, role)).toBe(account);
});

test("a text is cut between characters and codes", () => {
  expect(cutText("ab%0Acd", 4)).toBe("ab");
  expect(cutText("ab%0Acd", 5)).toBe("ab%0A");
  expect(cutText("a😀b", 2)).toBe("a");
});
