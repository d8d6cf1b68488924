import { decimalText } from "./decimal-text.js";
import { exactDecimal, negated } from "./exact-decimal.js";
import type { kindFields } from "./reported-kinds.js";
import type { CurrencyTotal, DayTotal, ServiceTotal, WalletStatement } from "./statement.js";
import { addSpend, type Spend, type WalletSums } from "./wallet-sums.js";

/**
 * A total per currency, never across. Each figure sums what is known of the wallets and is null
 * only where no wallet knows it; a wallet of which something is missing has a warning of its own.
 */
export function currencyTotals(wallets: readonly WalletStatement[]): CurrencyTotal[] {
  const currencies = [...new Set(wallets.map((wallet) => wallet.currency))].sort(compareText);
  return currencies.map((currency) => {
    const members = wallets.filter((wallet) => wallet.currency === currency);
    const total = (field: (typeof kindFields)[keyof typeof kindFields] | "spend"): string | null => {
      const known = members.map((wallet) => wallet[field]).filter((amount) => amount !== null);
      return known.length === 0 ? null : decimalText(known.map(exactDecimal).reduce((a, b) => a.plus(b)));
    };
    return {
      currency,
      topUps: total("topUps"),
      grants: total("grants"),
      refunds: total("refunds"),
      usage: total("usage"),
      expired: total("expired"),
      fees: total("fees"),
      adjustments: total("adjustments"),
      unclassified: total("unclassified"),
      spend: total("spend"),
      previousSpend: null,
      lines: members.reduce((lines, wallet) => lines + wallet.lines, 0),
    };
  });
}

/** Spending by service, over the wallets of each account and currency; in order of account, service, currency. */
export function serviceTotals(wallets: Iterable<WalletSums>): ServiceTotal[] {
  return mergeSpends(wallets, (wallet) => wallet.services)
    .map(({ provider, account, currency, key: service, spend }) => ({
      provider,
      account,
      service,
      currency,
      spend: decimalText(negated(spend.amount)),
      previousSpend: "0",
      lines: spend.lines,
    }))
    .sort((a, b) =>
      compareTexts([a.provider, b.provider], [a.account, b.account], [a.service, b.service], [a.currency, b.currency]),
    );
}

/** Spending by local date, as `serviceTotals`; in order of date and account. */
export function dayTotals(wallets: Iterable<WalletSums>): DayTotal[] {
  return mergeSpends(wallets, (wallet) => wallet.days)
    .map(({ provider, account, currency, key: date, spend }) => ({
      date,
      provider,
      account,
      currency,
      spend: decimalText(negated(spend.amount)),
      lines: spend.lines,
    }))
    .sort((a, b) =>
      compareTexts([a.date, b.date], [a.provider, b.provider], [a.account, b.account], [a.currency, b.currency]),
    );
}

interface Merged<K> extends Pick<WalletSums, "provider" | "account" | "currency"> {
  readonly key: K;
  readonly spend: Spend;
}

/** Joins the wallets of one account and currency. */
function mergeSpends<K>(wallets: Iterable<WalletSums>, spendsOf: (wallet: WalletSums) => Map<K, Spend>): Merged<K>[] {
  const accounts = new Map<string, { wallet: WalletSums; spends: Map<K, Spend> }>();
  for (const wallet of wallets) {
    const name = JSON.stringify([wallet.provider, wallet.account, wallet.currency]);
    const account = accounts.get(name) ?? { wallet, spends: new Map<K, Spend>() };
    accounts.set(name, account);
    for (const [key, spend] of spendsOf(wallet)) addSpend(account.spends, key, spend.amount, spend.lines);
  }
  return [...accounts.values()].flatMap(({ wallet: { provider, account, currency }, spends }) =>
    [...spends].map(([key, spend]) => ({ provider, account, currency, key, spend })),
  );
}

/** Orders by the first pair that differs; null comes last. Code units, so that no locale changes the order. */
export function compareTexts(...pairs: readonly (readonly [string | null, string | null])[]): number {
  for (const [a, b] of pairs) {
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    return compareText(a, b);
  }
  return 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
