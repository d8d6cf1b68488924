import { decimalText, defaultChartOfAccounts, type Money, money, type StatementLine, sum } from "@spendbook/normalizer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyMonth, inputOfMonth } from "../__fixtures__/any-month.js";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { inFolder, type JournalProgram, journalPrograms } from "../__fixtures__/journal-programs.js";
import { exportFormats } from "../export-formats.js";
import * as beancount from "./beancount/beancount-account.js";
import { createJournal } from "./journal.js";
import { openingTransactions } from "./opening-transactions.js";
import * as plainText from "./plain-text/account-name.js";
import type { Posting, Transaction } from "./transaction.js";

const euros = { wallet: "reseller", currency: "EUR" };
const october: readonly StatementLine[] = [
  lineOf("top-up", "50.5", { date: "2026-10-01" }),
  lineOf("usage", "-12.000001", { service: "flux-dev" }),
  lineOf("usage", "-0.0000000001", { service: "flux-dev" }),
  lineOf("usage", "-7.25", { service: "gpu", coding: codingOf("6310", "-6.7") }),
  lineOf("refund", "0.75", { service: "gpu", coding: codingOf("6310", "0.7") }),
  lineOf("grant", "20", { date: "2026-10-09" }),
  lineOf("expiry", "-3.3", { date: "2026-10-31" }),
  lineOf("fee", "-1.1", { date: "2026-10-31" }),
  lineOf("adjustment", "0.4", { date: "2026-10-31" }),
  lineOf("adjustment", "-0.2", { corrects: { month: "2026-09", entryId: "late", kind: "usage" } }),
  lineOf("unclassified", "-0.05"),
  lineOf("unclassified", "1", { amount: null, unsignedAmount: money("3.5", "USD") }),
  lineOf("usage", "-4.0825", { ...euros, amount: money("-4.0825", "EUR") }),
];
const november = [lineOf("usage", "-8.123456", { date: "2026-11-30" }), lineOf("top-up", "5", { date: "2026-11-01" })];

const first = monthOf("2026-10", october, { "org_1 USD": "118.631673", "reseller EUR": "58.0585" }, "-0.01");
const closing = first.statement.wallets.find(({ currency }) => currency === "USD")?.closing ?? "";
const second = monthOf("2026-11", november, { "org_1 USD": closing });

/** What the month's lines come to, worked out by hand. */
const expected = {
  "Assets:Prepaid AI Credits:neevcloud:acme:org_1 USD": "166.3716719999",
  "Assets:Prepaid AI Credits:neevcloud:acme:reseller EUR": "53.966",
  "Assets:Bank Clearing USD": "-50.5",
  "Assets:Suspense USD": "0.06",
  "Assets:Suspense EUR": "0.01",
  "Equity:Opening Balances USD": "-118.631673",
  "Equity:Opening Balances EUR": "-58.0585",
  "Expenses:AI Compute USD": "12.2000010001",
  "Expenses:AI Compute EUR": "4.0825",
  "6310 USD": "6.5",
  "Expenses:Expired Credits USD": "3.3",
  "Expenses:Fees USD": "1.1",
  "Expenses:AI Compute Adjustments USD": "-0.4",
  "Income:Promotional Credits USD": "-20",
};

describe.each(journalPrograms)("$format", ({ format, extension, including, sums }) => {
  const write = exportFormats[format];
  const month = `${format}-2026-10.${extension}`;
  const opening = `${format}-2026-10-opening.${extension}`;
  const later = `${format}-2026-11.${extension}`;
  const books = `books.${extension}`;
  const read = async (names: readonly string[], change: (name: string, text: string) => string = (_, text) => text) => {
    const files = new Map([...(await filesOf(write, first)), ...(await filesOf(write, second))]);
    const changed = [...files].map(([name, text]) => [name, change(name, text)] as const);
    return inFolder([...changed, [books, including(names)]], (path) => sums(path(books)));
  };

  test("reads the month to the statement's totals, account by account, and accepts its balances", async () => {
    expect(await read([opening, month])).toEqual(inTheWords(format, expected));
  });

  test("reads two months after one another: the second opens with what the first closed with", async () => {
    const both = await read([opening, month, later]);
    const prepaid = Object.entries(both).find(([name]) => /org-*_?1 USD$/i.test(name));
    expect(prepaid?.[1]).toBe("163.2482159999");
  });

  test.each([
    ["opening", /(= |balance .*Org--1 {2})118\.631673/],
    ["closing", /(= |balance .*Org--1 {2})166\.3716719999/],
  ])("complains of a wrong last digit in the %s", async (_edge, place) => {
    const files = await filesOf(write, first);
    expect(files.get(month)).toMatch(place);
    const broken = read([opening, month], (name, text) =>
      name === month ? text.replace(place, (found) => `${found.slice(0, -1)}${(Number(found.at(-1)) + 1) % 10}`) : text,
    );
    await expect(broken).rejects.toThrow(/assert|[Bb]alance/);
  });

  test("complains of a wrong last digit in an amount", async () => {
    const broken = read([opening, month], (name, text) =>
      name === month ? text.replace("  7.25 USD", "  7.26 USD") : text,
    );
    await expect(broken).rejects.toThrow();
  });

  test("complains where a month is missing between", async () => {
    await expect(read([opening, later])).rejects.toThrow(/assert|[Bb]alance/);
  });

  test("a month that is read twice adds nothing: it is refused", async () => {
    await expect(read([opening, month, month])).rejects.toThrow(/assert|[Bb]alance|Duplicate/);
  });

  test("reads whatever a month may hold to what was posted, prices in another currency and all", async () => {
    const names = format === "beancount" ? beancount : plainText;
    const account = ({ role, account }: Posting, of: Transaction) =>
      role === "prepaid" ? names.walletAccount(account, of) : names.chartAccount(account, role);
    let priced = 0;
    await fc.assert(
      fc.asyncProperty(anyMonth, async (any) => {
        const input = inputOfMonth(any);
        const { transactions } = await createJournal(input);
        const all = [...openingTransactions(input.statement, input.chart), ...transactions];
        const posted = new Map<string, Money[]>();
        for (const each of all)
          for (const posting of each.postings) {
            const name = `${account(posting, each)} USD`;
            posted.set(name, [...(posted.get(name) ?? []), posting.amount]);
          }
        const totals = [...posted].map(([name, amounts]) => [name, decimalText(sum<string>(amounts, "USD"))] as const);
        const files = await filesOf(write, input);
        priced += / @@ |functional:/.test([...files.values()].join("")) ? 1 : 0;
        const read = await inFolder([...files, [books, including([...files.keys()].toReversed())]], (path) =>
          sums(path(books)),
        );
        expect(read).toEqual(Object.fromEntries(totals.filter(([, total]) => total !== "0")));
      }),
      { numRuns: 15 },
    );
    expect(priced).toBeGreaterThan(0);
  });

  test("gives every transaction an id of its own, as its code or link", async () => {
    const text = (await filesOf(write, first)).get(month) ?? "";
    const ids = [...text.matchAll(/[(^](2026\d{4}-[0-9a-f]{10})/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(9);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("ledger leaves out a transaction whose UUID it has read, so that even without assertions nothing is doubled", async () => {
  const ledger = journalPrograms.find(({ format }) => format === "ledger") as JournalProgram;
  const files = await filesOf(exportFormats.ledger, first);
  const text = (files.get("ledger-2026-10.ledger") ?? "").replaceAll(/^.* 0 \w{3} = .*\n/gm, "");
  const once = await inFolder([["l.ledger", text]], (path) => ledger.sums(path("l.ledger")));
  const twice = await inFolder([["l.ledger", text + text]], (path) => ledger.sums(path("l.ledger")));
  expect(twice).toEqual(once);
  expect(Object.keys(once).length).toBeGreaterThan(5);
});

function codingOf(code: string, functional: string) {
  return {
    ...{ code, costCentre: "research", taxTreatment: "reverse-charge", vendor: "Neev, Ltd", rule: 1 },
    functional: { amount: functional, currency: "GBP", rate: null, source: null },
  };
}

/** Beancount's names of accounts. */
function inTheWords(format: string, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (format !== "beancount") return names;
  expect(defaultChartOfAccounts.prepaid).toBe("Assets:Prepaid AI Credits");
  return Object.fromEntries(
    Object.entries(names).map(([name, amount]) => [
      name
        .replace(/^6310/, "Expenses:6310")
        .replace("neevcloud:acme:org_1", "Neevcloud:Acme:Org--1")
        .replace("neevcloud:acme:reseller", "Neevcloud:Acme:Reseller")
        .replace(/ (?=\w+.* \w{3}$)/g, "-"),
      amount,
    ]),
  );
}
