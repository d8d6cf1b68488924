import { pipeline } from "node:stream/promises";
import type { ExportFile, ExportFormat, ExportInput } from "../../export-format.js";
import { createJournal, type Journal, openedWallets, sourceOf } from "../journal.js";
import { unsignedComments } from "../unsigned-comments.js";
import { balanceAssertion, openingTransaction } from "./balances.js";
import { monthDeclarations, openingDeclarations } from "./declarations.js";
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
    const opened = openedWallets(statement);
    if (opened.length === 0) return;
    const opening = [
      openingHeader(statement, dialect) + openingDeclarations(opened, chart),
      ...opened.map((each) => openingTransaction(each, statement, chart)),
    ];
    yield { name: `${name}-opening.${dialect.extension}`, write: (output) => pipeline(opening, output) };
  };
}

async function* monthTexts(journal: Journal, input: ExportInput, dialect: PlainTextDialect): AsyncGenerator<string> {
  const { statement, chart, transactions, unsigned } = journal;
  yield monthHeader(statement, dialect) + monthDeclarations(journal);
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "opening", statement, chart);
  for (const each of transactions) yield `${formatTransaction(each, chart, sourceOf(statement, each))}\n`;
  for (const wallet of statement.wallets) yield balanceAssertion(wallet, "closing", statement, chart);
  if (unsigned > 0) yield* unsignedComments(input);
}
