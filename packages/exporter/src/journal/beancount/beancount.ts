import { pipeline } from "node:stream/promises";
import type { ExportFile, ExportInput } from "../../export-format.js";
import { createJournal, type Journal, sourceOf } from "../journal.js";
import { openingTransactions } from "../opening-transactions.js";
import type { Transaction } from "../transaction.js";
import { unsignedComments } from "../unsigned-comments.js";
import { balanceAssertion } from "./balances.js";
import { formatTransaction } from "./format-transaction.js";
import { monthHeader, openingHeader } from "./headers.js";

/** The month's ledger for beancount, and where balances are known the transaction that opens the books apart from it. */
export async function* beancount(input: ExportInput): AsyncGenerator<ExportFile> {
  const journal = await createJournal(input);
  const { statement, chart } = input;
  const name = `beancount-${statement.month}`;
  yield { name: `${name}.beancount`, write: (output) => pipeline(monthTexts(journal, input), output) };
  const opening = openingTransactions(statement, chart);
  if (opening.length === 0) return;
  yield {
    name: `${name}-opening.beancount`,
    write: (output) => pipeline([openingHeader(statement), ...texts(opening, input)], output),
  };
}

async function* monthTexts(journal: Journal, input: ExportInput): AsyncGenerator<string> {
  const { statement, chart, transactions, unsigned } = journal;
  yield monthHeader(statement);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "opening", statement, chart);
  yield* texts(transactions, input);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "closing", statement, chart);
  if (unsigned > 0) yield* unsignedComments(input);
}

function* texts(transactions: readonly Transaction[], { statement, chart }: ExportInput): Generator<string> {
  for (const each of transactions) yield `${formatTransaction(each, chart, sourceOf(statement, each))}\n`;
}
