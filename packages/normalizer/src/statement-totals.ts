import { decimalText } from "./decimal-text.js";
import { exactDecimal, negated } from "./exact-decimal.js";
import type { kindFields } from "./reported-kinds.js";
import type { CurrencyTotal, DayTotal, ServiceTotal, WalletStatement } from "./statement.js";
import type { WalletSums } from "./wallet-sums.js";

/**
 * A total per currency, never across. Each figure sums what is known of the wallets and is null
 * only where no wallet knows it; a wallet of which something is missing has a warning of its own.
 */
export function currencyTotals(wallets: readonly WalletStatement[]): CurrencyTotal[] {
  const currencies = [...new Set(wallets.map((wallet) => wallet.currency))].sort(compareText);
  return currencies.map((currency) => {
    const members = wallets.filter((wallet) => wallet.currency === currency);
    const total = (field: (typeof kindFields)[keyof typeof kindFields] | "spend" | "previousSpend"): string | null => {
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
      previousSpend: total("previousSpend"),
      lines: members.reduce((lines, wallet) => lines + wallet.lines, 0),
    };
  });
}

/**
 * Spending by service, over the wallets of each account and currency; in order of account, service, currency. A service
 * of the month before only is there too, with nothing spent.
 */
export function serviceTotals(wallets: Iterable<WalletSums>): ServiceTotal[] {
  return mergeWallets(
    wallets,
    (wallet) => wallet.services,
    ({ amount, lines, previous }) => ({ amount: amount.total, lines, previous: previous.total }),
    (a, b) => ({ amount: a.amount.plus(b.amount), lines: a.lines + b.lines, previous: a.previous.plus(b.previous) }),
  )
    .map(({ provider, account, currency, key: service, value }) => ({
      provider,
      account,
      service,
      currency,
      spend: decimalText(negated(value.amount)),
      previousSpend: decimalText(negated(value.previous)),
      lines: value.lines,
    }))
    .sort((a, b) =>
      compareTexts([a.provider, b.provider], [a.account, b.account], [a.service, b.service], [a.currency, b.currency]),
    );
}

/** Spending by local date, as `serviceTotals`; in order of date and account. */
export function dayTotals(wallets: Iterable<WalletSums>): DayTotal[] {
  return mergeWallets(
    wallets,
    (wallet) => wallet.days,
    ({ amount, lines }) => ({ amount: amount.total, lines }),
    (a, b) => ({ amount: a.amount.plus(b.amount), lines: a.lines + b.lines }),
  )
    .filter(({ value }) => value.lines > 0)
    .map(({ provider, account, currency, key: date, value }) => ({
      date,
      provider,
      account,
      currency,
      spend: decimalText(negated(value.amount)),
      lines: value.lines,
    }))
    .sort((a, b) =>
      compareTexts([a.date, b.date], [a.provider, b.provider], [a.account, b.account], [a.currency, b.currency]),
    );
}

interface Merged<K, V> extends Pick<WalletSums, "provider" | "account" | "currency"> {
  readonly key: K;
  readonly value: V;
}

/** Joins the wallets of one account and currency. */
function mergeWallets<K, S, V>(
  wallets: Iterable<WalletSums>,
  sumsOf: (wallet: WalletSums) => ReadonlyMap<K, S>,
  totalOf: (sums: S) => V,
  join: (a: V, b: V) => V,
): Merged<K, V>[] {
  const accounts = new Map<string, { wallet: WalletSums; values: Map<K, V> }>();
  for (const wallet of wallets) {
    const name = JSON.stringify([wallet.provider, wallet.account, wallet.currency]);
    const account = accounts.get(name) ?? { wallet, values: new Map<K, V>() };
    accounts.set(name, account);
    for (const [key, sums] of sumsOf(wallet)) {
      const value = totalOf(sums);
      const known = account.values.get(key);
      account.values.set(key, known === undefined ? value : join(known, value));
    }
  }
  return [...accounts.values()].flatMap(({ wallet: { provider, account, currency }, values }) =>
    [...values].map(([key, value]) => ({ provider, account, currency, key, value })),
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
