import { type ChartOfAccounts, isZero, type Money, negate, type Statement, sum } from "@spendbook/normalizer";
import { createCarryRounding } from "../carry-rounding.js";
import { currencyPlaces } from "../currency-places.js";
import type { Posting, Transaction } from "../transaction.js";

type Rounding = (amount: Money) => Money;

/**
 * Rounds transactions to the currency's minor unit. A wallet's side is what its balance, rounded, moves by from the
 * opening on, so that after every transaction the account stands at the exact balance, rounded, month after month. Each
 * other account carries its own rest on. What the sides then differ by is booked on `chart.rounding`; what is nothing
 * is left out.
 */
export function roundTransactions(
  transactions: readonly Transaction[],
  { wallets }: Statement,
  chart: ChartOfAccounts,
): Transaction[] {
  const series = new Map<string, Rounding>();
  for (const { provider, account, wallet, currency, opening } of wallets)
    if (opening !== null)
      series.set(
        JSON.stringify(["prepaid", provider, account, wallet, currency]),
        createCarryRounding(currency, currencyPlaces(currency), opening),
      );

  const rounded = (posting: Posting, transaction: Transaction): Posting => {
    const key = JSON.stringify(seriesOf(posting, transaction));
    const { currency } = transaction;
    const rounding = series.get(key) ?? createCarryRounding<string>(currency, currencyPlaces(currency));
    series.set(key, rounding);
    return { ...posting, amount: rounding(posting.amount), functional: null };
  };

  return transactions.flatMap((transaction) => {
    const sides = transaction.postings.map((posting) => rounded(posting, transaction));
    const amounts = sides.map(({ amount }) => amount);
    const residue = negate(sum(amounts, transaction.currency));
    const rounding: Posting = {
      role: "rounding",
      account: chart.rounding,
      amount: residue,
      functional: null,
      movement: null,
    };
    const postings = [...sides, rounding].filter(({ amount }) => !isZero(amount));
    return postings.length === 0 ? [] : [{ ...transaction, postings }];
  });
}

function seriesOf({ role, account, movement }: Posting, { provider, account: of, wallet, currency }: Transaction) {
  if (role === "prepaid") return [role, provider, of, wallet, currency];
  const coding = [movement?.costCentre, movement?.taxTreatment, movement?.vendor, movement?.service];
  return [role, account, currency, provider, of, wallet, ...coding];
}
