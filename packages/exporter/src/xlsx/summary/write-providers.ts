import type { Statement, WalletStatement } from "@spendbook/normalizer";
import { writtenCell } from "../cells.js";
import type { Chart } from "../charts/chart.js";
import { providerColor } from "../charts/provider-colors.js";
import { exactSum } from "../exact-sum.js";
import { criterion, quoted, reference, sumIfs } from "../formulas.js";
import { liveCells } from "../live-cell.js";
import { rowAt } from "../roll-forward-rows.js";
import { amountFormat, styles } from "../styles.js";
import { sumResults, type WrittenRollForward } from "../write-roll-forward.js";
import type { SummarySheet } from "./summary-sheet.js";

/** Writes the spend by provider of some currencies, and gives a chart for each. */
export function writeProviders(
  { append, heading, row }: SummarySheet,
  { wallets }: Statement,
  currencies: readonly string[],
  { blocks, places }: WrittenRollForward,
): readonly Chart[] {
  if (currencies.length === 0) return [];
  heading("Spend by provider", [
    "Provider",
    "",
    "",
    "Currency",
    ["Live", "right"],
    ["Stored", "right"],
    ["Exact", "right"],
    ["Check", "center"],
    "",
    "",
    "",
    "",
  ]);
  const charts = currencies.map((currency): Chart => {
    const first = row();
    const known = wallets.filter((wallet) => wallet.currency === currency && wallet.spend !== null);
    const providers = [...new Set(known.map(({ provider }) => provider))];
    const spends = providers.map((each) =>
      exactSum(known.filter(({ provider }) => provider === each).map(({ spend }) => spend)),
    );
    for (const [index, provider] of providers.entries()) {
      const stored = spends[index] ?? "0";
      const criteria = [
        ["B", criterion(provider)],
        ["E", criterion(currency)],
        ["F", quoted("Spend")],
      ] as const;
      const isOwn = (wallet: WalletStatement) => wallet.provider === provider && wallet.currency === currency;
      const result = sumResults(places, wallets, isOwn, rowAt.spend);
      const live = { formula: sumIfs(blocks, "G", criteria), result, stored, currency };
      append([
        writtenCell(provider),
        null,
        null,
        writtenCell(currency),
        ...liveCells(live, [`E${row()}`, `F${row()}`]),
      ]);
    }
    const range = (column: string) => reference("Summary", `$${column}$${first}:$${column}$${row() - 1}`);
    return {
      title: `Spend by provider, ${currency}`,
      kind: "bars",
      format: amountFormat(currency),
      categories: { reference: range("A"), values: providers },
      series: [
        {
          name: { reference: reference("Summary", `$D$${first}`), values: [currency] },
          values: { reference: range("E"), values: spends.map(Number), format: amountFormat(currency) },
          colors: providers.map(providerColor),
        },
      ],
    };
  });
  append([writtenCell("", styles.quiet)]);
  return charts.filter(({ categories }) => categories.values.length > 0);
}
