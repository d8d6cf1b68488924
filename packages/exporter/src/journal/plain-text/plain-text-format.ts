import { pipeline } from "node:stream/promises";
import type { ExportFile, ExportFormat, ExportInput } from "../../export-format.js";
import { createJournal, type Journal, sourceOf } from "../journal.js";
import { openingTransactions } from "../opening-transactions.js";
import type { Transaction } from "../transaction.js";
import { unsignedComments } from "../unsigned-comments.js";
import { balanceAssertion } from "./balances.js";
import { declarations } from "./declarations.js";
import { formatTransaction } from "./format-transaction.js";
import { monthHeader, openingHeader } from "./headers.js";

export interface PlainTextDialect {
  readonly program: "hledger" | "ledger";
  readonly extension: string;
  /** What only this program understands, at the top of each file. */
  readonly directives: string;
}

/**
 * The month's journal, and where balances are known the transaction that opens the books, in a file of its own: a month
 * only asserts its opening, so that months follow one another and the books begin once.
 */
export function plainTextFormat(dialect: PlainTextDialect): ExportFormat {
  return async function* files(input: ExportInput): AsyncGenerator<ExportFile> {
    const journal = await createJournal(input);
    const { statement, chart } = input;
    const name = `${dialect.program}-${statement.month}`;
    yield {
      name: `${name}.${dialect.extension}`,
      write: (output) => pipeline(monthTexts(journal, input, dialect), output),
    };
    const opening = openingTransactions(statement, chart);
    if (opening.length === 0) return;
    const head = openingHeader(statement, dialect) + declarations([], opening, chart);
    yield {
      name: `${name}-opening.${dialect.extension}`,
      write: (output) => pipeline([head, ...texts(opening, input)], output),
    };
  };
}

async function* monthTexts(journal: Journal, input: ExportInput, dialect: PlainTextDialect): AsyncGenerator<string> {
  const { statement, chart, transactions, unsigned } = journal;
  yield monthHeader(statement, dialect) + declarations(statement.wallets, transactions, chart);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "opening", statement, chart);
  yield* texts(transactions, input);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "closing", statement, chart);
  if (unsigned > 0) yield* unsignedComments(input);
}

function* texts(transactions: readonly Transaction[], { statement, chart }: ExportInput): Generator<string> {
  for (const each of transactions) yield `${formatTransaction(each, chart, sourceOf(statement, each))}\n`;
}
