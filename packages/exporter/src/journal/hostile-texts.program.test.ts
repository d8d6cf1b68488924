import { decimalText, money, sum } from "@spendbook/normalizer";
import { describe, expect, test } from "vitest";
import { hostileJournalTexts, hostileLines } from "../__fixtures__/hostile-journal.js";
import { filesOf, monthOf } from "../__fixtures__/journal.js";
import { inFolder, journalPrograms } from "../__fixtures__/journal-programs.js";
import { exportFormats } from "../export-formats.js";

const openings = Object.fromEntries(hostileLines.map(({ wallet, currency }) => [`${wallet} ${currency}`, "1000"]));
const month = monthOf("2026-10", hostileLines, openings);

describe.each(journalPrograms)("hostile text in $format", ({ format, extension, including, sums }) => {
  test("breaks nothing: every line is read, and each wallet has an account of its own at its closing balance", async () => {
    const files = await filesOf(exportFormats[format], month);
    const books = `books.${extension}`;
    const names = [`${format}-2026-10-opening.${extension}`, `${format}-2026-10.${extension}`];
    const read = await inFolder([...files, [books, including(names)]], (path) => sums(path(books)));
    const prepaid = Object.entries(read).filter(([name]) => /^Assets:Prepaid.AI/.test(name));
    const closings = month.statement.wallets.map(({ closing }) => closing ?? "");
    expect(prepaid.map(([, total]) => total).sort()).toEqual(closings.filter((each) => each !== "0").sort());
    const total = sum(
      Object.values(read).map((each) => money(each, "USD")),
      "USD",
    );
    expect(decimalText(total)).toBe("0");
  });

  test("is all there: names, services, codings, and the descriptions of what is in no total", async () => {
    const text = (await filesOf(exportFormats[format], month)).get(`${format}-2026-10.${extension}`) ?? "";
    const facts = format === "beancount" ? metadataOf(text) : tagsOf(text);
    const comments = tagsOf(text);
    for (const each of hostileJournalTexts.map((hostile) => hostile.replace(/\p{Surrogate}/gu, "\ufffd"))) {
      for (const name of ["service", "wallet", "account", "cost-centre", "tax", "vendor"])
        expect(facts.get(name), `${name} ${each.slice(0, 40)}`).toContain(each);
      for (const name of ["description", "record"]) expect(comments.get(name)).toContain(each);
    }
  });
});

/** The values of the tags in comments by name; parts of a long one are joined. */
function tagsOf(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [, name = "", part, value = ""] of text.matchAll(/^ *; ([a-z-]+?)(-\d+)?: (.*)$/gim)) {
    const all = values.get(name) ?? [];
    values.set(name, part === undefined ? [...all, value] : [...all.slice(0, -1), `${all.at(-1)}${value}`]);
  }
  return new Map([...values].map(([name, all]) => [name, all.map(decodeURIComponent)]));
}

function metadataOf(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [, name = "", value = ""] of text.matchAll(/^ +([a-z-]+): "(.*)"$/gm))
    values.set(name, [...(values.get(name) ?? []), decodeURIComponent(value)]);
  return values;
}
