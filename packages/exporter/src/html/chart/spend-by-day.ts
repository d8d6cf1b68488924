import { add, type DayTotal, decimalText, type Money, money, type ProviderId } from "@spendbook/normalizer";

/** What each provider was paid for on each day, in one currency, exactly. */
export interface DailySpend {
  readonly currency: string;
  /** In the order in which they are drawn and named, by name. */
  readonly providers: readonly ProviderId[];
  /** Exact decimal text; null where the day has no line of the provider. */
  readonly spendOf: (date: string, provider: ProviderId) => string | null;
}

/** Adds up days by provider; currencies stay apart. */
export function spendByDay(days: readonly DayTotal[]): readonly DailySpend[] {
  const currencies = [...new Set(days.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const sums = new Map<string, Money>();
    const own = days.filter((day) => day.currency === currency);
    for (const { date, provider, spend } of own) {
      const key = `${date} ${provider}`;
      const sum = sums.get(key);
      sums.set(key, sum === undefined ? money(spend, currency) : add(sum, money(spend, currency)));
    }
    return {
      currency,
      providers: [...new Set(own.map(({ provider }) => provider))].sort(),
      spendOf: (date, provider) => {
        const sum = sums.get(`${date} ${provider}`);
        return sum === undefined ? null : decimalText(sum);
      },
    };
  });
}
