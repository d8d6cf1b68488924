import { isZero, round } from "@spendbook/normalizer";
import { currencyPlaces } from "../currency-places.js";
import type { Journal } from "../journal.js";
import { openingTransactions } from "../opening-transactions.js";
import type { Transaction } from "../transaction.js";
import type { ImportRow } from "./import-files.js";
import type { LeftOut } from "./left-out.js";
import { postingDescription } from "./posting-description.js";
import { roundTransactions } from "./round-transactions.js";
import { splitIntoParts } from "./split-into-parts.js";
import { splitTransactions } from "./split-transactions.js";

/** A journal's transactions as entries of an import: rounded, and none longer than a file may be. */
export function importEntries({ transactions, statement, chart }: Journal, rows: number): Transaction[] {
  return roundTransactions(splitTransactions(transactions, rows), statement, chart);
}

/** The entries that open the books, rounded; to be imported once, and not with a later month. */
export function openingEntries({ statement, chart }: Journal): Transaction[] {
  return openingTransactions(statement, chart).flatMap((transaction) => {
    const postings = transaction.postings.map((posting) => {
      const amount = round(posting.amount, currencyPlaces(transaction.currency), "half-even");
      return { ...posting, amount };
    });
    return postings.every(({ amount }) => isZero(amount)) ? [] : [{ ...transaction, postings }];
  });
}

/** Entries as rows, in parts of so many, by currency. */
export function importParts(
  entries: readonly Transaction[],
  rows: number,
  rowsOf: (entry: Transaction) => readonly ImportRow[],
): Map<string, ImportRow[][]> {
  const currencies = [...new Set(entries.map(({ currency }) => currency))].sort();
  return new Map(
    currencies.map((currency) => {
      const members = entries.filter((entry) => entry.currency === currency);
      return [currency, splitIntoParts(members.map(rowsOf), rows)];
    }),
  );
}

/** The descriptions that are too long for an import, whole. */
export function cutDescriptions(entries: readonly Transaction[]): LeftOut[] {
  return entries.flatMap((entry) =>
    entry.postings.flatMap((posting) => {
      const { whole } = postingDescription(posting, entry);
      if (whole === null) return [];
      const { provider, account, wallet, currency, date, kind, id } = entry;
      const reason = "the description was cut; this is all of it";
      return [{ reason, date, provider, account, wallet, kind, amount: null, currency, reference: id, text: whole }];
    }),
  );
}
