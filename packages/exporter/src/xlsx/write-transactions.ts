import type { StatementLine, WalletStatement } from "@spendbook/normalizer";
import { inBatches } from "../in-batches.js";
import type { Book } from "./book.js";
import { columnLetter } from "./column-letter.js";
import type { Block } from "./formulas.js";
import { startSpillSheet } from "./spill-sheet.js";
import { colors } from "./styles.js";
import { createTransactionTable } from "./transaction-cells.js";

/** How many rows go out before the archive is waited for. */
const batchSize = 100;

type WalletKey = Pick<WalletStatement, "provider" | "account" | "wallet" | "currency">;

/** What the sheet Transactions holds, for the sheets that sum it. */
export interface WrittenTransactions {
  readonly blocks: readonly Block[];
  readonly rows: number;
  /** The letters of the columns that sums need. */
  readonly amount: string;
  readonly kind: string;
  readonly walletNumber: string;
  /** The number of a wallet in one currency, which stands in each of its lines. */
  readonly numberOf: (wallet: WalletKey) => number;
  /** What a program that calculates gets for a wallet's lines of one kind. */
  readonly sumOf: (walletNumber: number, kind: string) => number;
}

export interface TransactionsOptions {
  readonly wallets: readonly WalletKey[];
  /** Whether a mapping assigned the lines to accounts. */
  readonly hasCoding: boolean;
}

/** Writes the lines on `Transactions`, and on `Transactions 2` and so on where one sheet cannot hold them. */
export async function writeTransactions(
  book: Book,
  lines: AsyncIterable<StatementLine> | Iterable<StatementLine>,
  { wallets, hasCoding }: TransactionsOptions,
): Promise<WrittenTransactions> {
  const { columns, cells } = createTransactionTable(book.keep, hasCoding);
  const sheet = startSpillSheet(book, { name: "Transactions", columns, tab: colors.navy, pagesWide: 2 });
  const numberOf = numberWallets(wallets);
  const amountAt = columns.findIndex(({ header }) => header === "amount");
  const sums: Map<string, number>[] = [];
  let rows = 0;
  for await (const batch of inBatches(lines, batchSize)) {
    for (const line of batch) {
      const number = numberOf(line);
      const row = cells(line, number);
      sheet.append(row);
      const amount = row[amountAt]?.value;
      if (typeof amount === "number") addTo(sums, number, line.kind, amount);
    }
    rows += batch.length;
    await book.workbook.zip.whenReady(book.signal);
  }
  const letterOf = (header: string) => columnLetter(columns.findIndex((column) => column.header === header) + 1);
  return {
    blocks: sheet.end(),
    rows,
    amount: letterOf("amount"),
    kind: letterOf("kind"),
    walletNumber: letterOf("wallet_no"),
    numberOf,
    sumOf: (number, kind) => sums[number]?.get(kind) ?? 0,
  };
}

/** Gives wallets their numbers, from 1: in the order of the statement, and on demand to what it does not name. */
function numberWallets(wallets: readonly WalletKey[]): WrittenTransactions["numberOf"] {
  const numbers = new Map<string, number>();
  let last: (WalletKey & { readonly number: number }) | null = null;
  function numberOf({ provider, account, wallet, currency }: WalletKey): number {
    // Mostly it is the wallet of the line before.
    if (last?.wallet === wallet && last.account === account && last.provider === provider && last.currency === currency)
      return last.number;
    // The lengths keep apart what the texts alone do not.
    const key = `${account.length} ${wallet.length} ${provider} ${account} ${wallet} ${currency}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    last = { provider, account, wallet, currency, number };
    return number;
  }
  for (const wallet of wallets) numberOf(wallet);
  return numberOf;
}

function addTo(sums: Map<string, number>[], number: number, kind: string, amount: number): void {
  sums[number] ??= new Map();
  sums[number].set(kind, (sums[number].get(kind) ?? 0) + amount);
}
