import { type ChartOfAccounts, isZero, money, negate, type Statement } from "@spendbook/normalizer";
import { isAsserted } from "./asserted-wallet.js";
import { firstDay, previousDay } from "./month-dates.js";
import { stableId } from "./stable-id.js";
import type { Transaction } from "./transaction.js";

/** What the wallets held before the month, dated the day before it: for books that begin with the month, and once. */
export function openingTransactions({ month, wallets }: Statement, chart: ChartOfAccounts): Transaction[] {
  const date = previousDay(firstDay(month));
  return wallets.filter(isAsserted).flatMap(({ provider, account, wallet, currency, opening }): Transaction[] => {
    const amount = money(opening, currency);
    if (isZero(amount)) return [];
    const side = { functional: null, movement: null };
    return [
      {
        id: stableId(date, ["first", provider, account, wallet, currency]),
        ...{ date, provider, account, wallet, currency, kind: "opening", corrects: null, inferred: false, records: 0 },
        postings: [
          { role: "openingBalances", account: chart.openingBalances, amount: negate(amount), ...side },
          { role: "prepaid", account: chart.prepaid, amount, ...side },
        ],
      },
    ];
  });
}
