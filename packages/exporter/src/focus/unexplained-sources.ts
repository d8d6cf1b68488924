import { isZero, money, type Statement } from "@spendbook/normalizer";
import type { ChargeSource } from "./charge-source.js";

/** The differences that stand on a statement without a line, so that the file's rows come to the wallet's movement. */
export function unexplainedSources(
  { month, wallets }: Statement,
  period: { readonly start: string; readonly end: string },
): readonly ChargeSource[] {
  return wallets.flatMap(({ provider, account, wallet, currency, unexplained }): ChargeSource[] => {
    if (unexplained === null) return [];
    const amount = money(unexplained, currency);
    if (isZero(amount)) return [];
    return [
      {
        id: `${provider}/${account}/${wallet}#unexplained-${month}-${currency}`,
        provider,
        account,
        wallet,
        kind: "unexplained",
        amount,
        unsignedAmount: null,
        currency,
        postedAt: null,
        date: null,
        chargePeriod: period,
        bucket: null,
        service: null,
        resource: null,
        keyName: null,
        description: "Unexplained difference between the provider's balances and its records",
        quantity: null,
        unit: null,
        listAmount: null,
        estimated: true,
        corrects: null,
        origin: null,
        coding: null,
      },
    ];
  });
}
