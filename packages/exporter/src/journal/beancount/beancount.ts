import { pipeline } from "node:stream/promises";
import type { ExportFile, ExportInput } from "../../export-format.js";
import { createJournal, type Journal, openedWallets, sourceOf } from "../journal.js";
import { unsignedComments } from "../unsigned-comments.js";
import { balanceAssertion, openingTransaction } from "./balances.js";
import { formatTransaction } from "./format-transaction.js";
import { monthHeader, openingHeader } from "./headers.js";

/** The month's ledger for beancount, and where balances are known the transaction that opens the books apart from it. */
export async function* beancount(input: ExportInput): AsyncGenerator<ExportFile> {
  const journal = await createJournal(input);
  const { statement, chart } = input;
  const name = `beancount-${statement.month}`;
  yield { name: `${name}.beancount`, write: (output) => pipeline(monthTexts(journal, input), output) };
  const opened = openedWallets(statement);
  if (opened.length === 0) return;
  const opening = [openingHeader(statement), ...opened.map((wallet) => openingTransaction(wallet, statement, chart))];
  yield { name: `${name}-opening.beancount`, write: (output) => pipeline(opening, output) };
}

async function* monthTexts(journal: Journal, input: ExportInput): AsyncGenerator<string> {
  const { statement, chart, transactions, unsigned } = journal;
  yield monthHeader(statement);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "opening", statement, chart);
  for (const each of transactions) yield `${formatTransaction(each, chart, sourceOf(statement, each))}\n`;
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "closing", statement, chart);
  if (unsigned > 0) yield* unsignedComments(input);
}
