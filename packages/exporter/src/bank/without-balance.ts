import type { LeftOut } from "../journal/accounting/left-out.js";
import { currencyPlaces } from "../journal/currency-places.js";
import type { BankStatement } from "./bank-statement.js";

/** The entries of wallets that a format cannot take because their balance is not known. */
export function withoutBalance(all: readonly BankStatement[], written: readonly BankStatement[]): readonly LeftOut[] {
  return all
    .filter((statement) => !written.includes(statement))
    .flatMap(({ provider, account, wallet, currency, entries }) =>
      entries.map(({ id, date, kind, amount, payee }) => ({
        ...{ provider, account, wallet, currency, date, kind },
        reason: "the wallet's balance is not known, and the format demands one",
        amount: amount.amount.toFixed(currencyPlaces(currency)),
        reference: id,
        text: payee,
      })),
    );
}
