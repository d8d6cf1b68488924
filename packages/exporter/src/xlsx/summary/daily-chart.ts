import type { Chart } from "../charts/chart.js";
import { providerColor } from "../charts/provider-colors.js";
import { amountFormat } from "../styles.js";
import type { DailySpend } from "../write-chart-data.js";

/** The chart of a currency's spend by day, stacked by provider. */
export function dailyChart({ currency, dates, providers }: DailySpend): Chart {
  return {
    title: `Spend by day, ${currency}`,
    kind: "columns",
    format: amountFormat(currency),
    categories: dates,
    series: providers.map(({ name, spend }) => ({
      name,
      values: spend,
      colors: [providerColor(name.values[0] ?? "")],
    })),
  };
}
