import { compare, money } from "@spendbook/normalizer";

interface Spending {
  readonly currency: string;
  readonly spend: string;
}

/** Puts rows apart by currency, and in each the largest spend first; rows that are equal keep their order. */
export function bySpend<Row extends Spending>(
  rows: readonly Row[],
): readonly { readonly currency: string; readonly rows: readonly Row[] }[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    rows: rows
      .filter((row) => row.currency === currency)
      .sort((a, b) => compare(money(b.spend, currency), money(a.spend, currency))),
  }));
}
