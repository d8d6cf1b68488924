import { money, round } from "@spendbook/normalizer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMonth, inputOfMonth } from "../__fixtures__/any-month.js";
import { filesOf } from "../__fixtures__/journal.js";
import { netOf, rowsOf, totalOf } from "../__fixtures__/read-import.js";
import { exportFormats } from "../export-formats.js";
import { createTransactions } from "./create-transactions.js";
import { openingTransactions } from "./opening-transactions.js";
import { rollUpMovements } from "./roll-up-movements.js";

/** A balance as the books show it. */
const cents = (balance: string | null | undefined) =>
  round(money(balance ?? "", "USD"), 2, "half-even").amount.toFixed();

test("every transaction sums to zero, in both currencies, and each wallet's postings to closing − opening", async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async (month) => {
      const input = inputOfMonth(month);
      const { movements } = await rollUpMovements(input);
      const transactions = createTransactions(movements, input.chart);
      for (const { postings } of transactions) {
        expect(totalOf(postings.map(({ amount }) => amount.amount.toFixed()))).toBe("0");
        expect(
          totalOf(
            postings.map(({ functional }) => functional?.amount.toFixed()),
            "EUR",
          ),
        ).toBe("0");
        expect(new Set(postings.map(({ functional }) => functional === null)).size).toBe(1);
      }
      expect(new Set(transactions.map(({ id }) => id)).size).toBe(transactions.length);
      const own = transactions.filter(({ wallet }) => wallet === "org_1").flatMap(({ postings }) => postings);
      const prepaid = own.filter(({ role }) => role === "prepaid").map(({ amount }) => amount.amount.toFixed());
      const { opening, closing } = input.statement.wallets.find(({ wallet }) => wallet === "org_1") ?? {};
      if (opening != null) expect(totalOf([opening, ...prepaid])).toBe(closing);
    }),
  );
});

test("the plain-text journals hold amounts that sum to zero in every transaction, and to the statement over the month", async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async (month) => {
      const input = inputOfMonth(month);
      for (const format of ["hledger", "ledger", "beancount"] as const) {
        const [text = ""] = (await filesOf(exportFormats[format], input)).values();
        const entries = text.split("\n\n").filter((entry) => / \* /.test(entry) && !/ 0 USD = /.test(entry));
        const amounts = (entry: string) =>
          [...entry.matchAll(/^ {2,4}\S.*? {2}(-?[\d.]+) USD/gm)].map(([, amount]) => amount);
        expect(entries.length).toBeGreaterThan(0);
        for (const entry of entries) expect(totalOf(amounts(entry))).toBe("0");
        const prepaid = entries.map((entry) => amounts(entry).at(-1));
        const moved = [...month.lines.map(({ amount }) => amount?.amount.toFixed())];
        const unexplained = input.statement.wallets.map((wallet) => wallet.unexplained ?? "");
        expect(totalOf(prepaid)).toBe(totalOf([...moved, ...unexplained]));
      }
    }),
    { numRuns: 40 },
  );
});

test("rounded journals sum to zero in every entry and file, each wallet to its balance rounded, each account to its own", async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async (month) => {
      const input = inputOfMonth(month);
      const filesBy = async (format: "quickbooks-journal" | "xero-journal") =>
        [...(await filesOf(exportFormats[format], input)).values()].map(rowsOf);
      const [quickbooks, xero] = [await filesBy("quickbooks-journal"), await filesBy("xero-journal")];
      for (const file of quickbooks) expect(totalOf(file.map(netOf))).toBe("0");
      for (const file of xero) expect(totalOf(file.map((row) => row["*Amount"]))).toBe("0");
      for (const number of new Set(quickbooks.flat().map((row) => row["Journal No"])))
        expect(
          totalOf(
            quickbooks
              .flat()
              .filter((row) => row["Journal No"] === number)
              .map(netOf),
          ),
        ).toBe("0");

      const ofWallet = quickbooks.flat().filter((row) => /, org_1\b/.test(row.Description ?? ""));
      const prepaid = ofWallet.filter((row) => row["Account Name"] === input.chart.prepaid).map(netOf);
      const { opening, closing } = input.statement.wallets.find(({ wallet }) => wallet === "org_1") ?? {};
      if (opening != null) expect(totalOf(prepaid)).toBe(totalOf([cents(closing)]));

      const { movements } = await rollUpMovements(input);
      const exact = createTransactions(movements, input.chart).flatMap(({ postings }) => postings);
      exact.push(...openingTransactions(input.statement, input.chart).flatMap(({ postings }) => postings));
      for (const account of new Set(exact.map((posting) => posting.account))) {
        const rows = quickbooks.flat().filter((row) => row["Account Name"] === account);
        const own = exact.filter((posting) => posting.account === account);
        const difference = totalOf([...rows.map(netOf), ...own.map(({ amount }) => amount.amount.neg().toFixed())]);
        // Each wallet, and each service and coding within the account, is at most half a cent off.
        expect(Math.abs(Number(difference))).toBeLessThanOrEqual(0.005 * 2 * 3 * 3 + 0.01);
        expect(totalOf(rows.map(netOf))).toBe(
          totalOf(
            xero
              .flat()
              .filter((row) => row["*AccountCode"] === account)
              .map((row) => row["*Amount"]),
          ),
        );
      }
    }),
    { numRuns: 40 },
  );
});
