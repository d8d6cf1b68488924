import type { Statement } from "@spendbook/normalizer";
import type { Book } from "../book.js";
import type { DailySpend } from "../write-chart-data.js";
import type { WrittenRollForward } from "../write-roll-forward.js";
import { dailyChart } from "./daily-chart.js";
import { chartRows } from "./layout.js";
import { placeCharts } from "./place-charts.js";
import { startSummary } from "./summary-sheet.js";
import { writeHead } from "./write-head.js";
import { writeProviders } from "./write-providers.js";
import { writeTotals } from "./write-totals.js";
import { writeWallets } from "./write-wallets.js";

/** Writes the page that is read first; `daily` holds what the charts by day show, for the currencies that get charts. */
export function writeSummary(
  book: Book,
  statement: Statement,
  rollForward: WrittenRollForward,
  daily: readonly DailySpend[],
): void {
  const sheet = startSummary(book);
  writeHead(sheet, statement);
  writeTotals(sheet, statement, rollForward);
  writeWallets(sheet, statement.wallets, rollForward);
  const currencies = daily.map(({ currency }) => currency);
  const byProvider = writeProviders(sheet, statement, currencies, rollForward);
  const pairs = byProvider.flatMap((chart, index) => {
    const spend = daily[index];
    return spend === undefined || spend.providers.length === 0 ? [] : [[chart, dailyChart(spend)] as const];
  });
  if (pairs.length > 0) {
    const row = sheet.row();
    for (let each = 0; each < pairs.length * (chartRows + 1); each += 1) sheet.append([], 15);
    book.workbook.addCharts(sheet.sheet, placeCharts(pairs, row));
  }
  sheet.end();
}
