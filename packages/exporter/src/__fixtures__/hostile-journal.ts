import { money, type StatementLine } from "@spendbook/normalizer";
import { lineOf } from "./journal.js";
import { hostileTexts } from "./statement.js";

/** Texts that break careless writers, and those that say something to a program that reads journals. */
export const hostileJournalTexts: readonly string[] = [
  ...hostileTexts,
  ...["(code) text", "* cleared", "! pending", "; comment", "| note", "# heading", "two  spaces", "tab\tinside"],
  ...[
    "date:2026-13-99",
    "[2026/99/99]",
    "[=2026-01-01]",
    "a:b:c",
    "= 5 USD",
    "== 5",
    "~ monthly",
    "P 2026-10-01 USD 1 EUR",
  ],
  ...["include /etc/hostname", "end comment", "comment", "2026-10-01 * x", "1 USD", "{1 USD}", "@@ 3 EUR", "-", "--"],
  ...["%", "%41", "%0A", "%2541", "", ".", " ", '"', '\\"', "\\", "^link #tag", "key: value", 'option "title" "x"'],
  ...[
    "Org-1",
    "org-1",
    "org_1",
    "org--1",
    "org 1",
    "ORG_1",
    "org1",
    "ﬀ\u0301",
    "\u202eabc",
    "\u2028",
    "\ufeff",
    "अ",
    "१",
  ],
  ...["20% (VAT on Expenses)", `${"x".repeat(899)} y`, "😀".repeat(2000), "name-2", "UUID: 1"],
];

const coded = (text: string) => ({
  coding: { code: text, costCentre: text, taxTreatment: text, vendor: text, rule: 1, functional: null },
});
const taxed = {
  coding: { code: null, costCentre: null, taxTreatment: "Reverse", vendor: null, rule: 1, functional: null },
};

const unsigned = { amount: null, unsignedAmount: money("3.5", "USD") };

/** Lines that hold each text in every place that a journal shows, of different amounts. */
export const hostileLines: readonly StatementLine[] = hostileJournalTexts.flatMap((text, index) => {
  const amount = `-${index + 1}.${String(index).padStart(6, "0")}`;
  return [
    lineOf("usage", amount, { service: text, ...taxed }),
    lineOf("usage", amount, { wallet: text, ...taxed }),
    lineOf("top-up", amount.slice(1), { account: text, wallet: `wallet ${index}`, ...taxed }),
    lineOf("usage", amount, coded(text)),
    lineOf("unclassified", "1", { ...unsigned, description: text, id: text, ...taxed }),
  ];
});
