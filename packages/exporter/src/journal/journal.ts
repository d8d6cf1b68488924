import type { ChartOfAccounts, Statement } from "@spendbook/normalizer";
import type { ExportInput } from "../export-format.js";
import { createTransactions } from "./create-transactions.js";
import type { WalletKey } from "./movement.js";
import { rollUpMovements } from "./roll-up-movements.js";
import type { Transaction } from "./transaction.js";

/** A statement as double entry, from which every format is written. */
export interface Journal {
  readonly statement: Statement;
  readonly chart: ChartOfAccounts;
  /** In order of date, wallet and kind. */
  readonly transactions: readonly Transaction[];
  /** How many lines are in no transaction, because the direction of their amount is not known. */
  readonly unsigned: number;
}

/** Reads a month's lines into double entry. Throws `JournalError` where they are not the statement's. */
export async function createJournal(input: ExportInput): Promise<Journal> {
  const { statement, chart } = input;
  const { movements, unsigned } = await rollUpMovements(input);
  return { statement, chart, transactions: createTransactions(movements, chart), unsigned };
}

/** What a wallet's figures come from: the account's closed statement by its number, or a draft. */
export function sourceOf({ month, numbers }: Statement, { provider, account }: WalletKey): string {
  const number = numbers.find((each) => each.provider === provider && each.account === account);
  return number === undefined
    ? `draft of ${month}`
    : `statement ${number.number} of ${month} revision ${number.revision}`;
}
