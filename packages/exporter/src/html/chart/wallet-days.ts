import type { BalanceDay } from "@spendbook/normalizer";

/** The balances of one wallet in one currency, by date. */
export interface WalletDays {
  readonly provider: BalanceDay["provider"];
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly days: readonly BalanceDay[];
}

/** Puts the days of each wallet together, in the order in which the wallets come. */
export function walletDays(balances: readonly BalanceDay[]): readonly WalletDays[] {
  const wallets = new Map<string, WalletDays & { readonly days: BalanceDay[] }>();
  for (const day of balances) {
    const { provider, account, wallet, currency } = day;
    const key = JSON.stringify([provider, account, wallet, currency]);
    const found = wallets.get(key);
    if (found === undefined) wallets.set(key, { provider, account, wallet, currency, days: [day] });
    else found.days.push(day);
  }
  return [...wallets.values()];
}
