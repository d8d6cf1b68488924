import type { Statement } from "@spendbook/normalizer";
import type { Book } from "./book.js";
import { cellOf, formulaCell, serialDay, writtenCell } from "./cells.js";
import type { ChartTexts, ChartValues } from "./charts/chart.js";
import { columnLetter } from "./column-letter.js";
import { exactSum } from "./exact-sum.js";
import { criterion, reference, sumIfs } from "./formulas.js";
import { monthDays } from "./month-days.js";
import { startSpillSheet } from "./spill-sheet.js";
import { amountFormat, amountStyle, styles } from "./styles.js";
import type { WrittenTable } from "./table-sheet.js";

/** The spending of a currency by day and provider, as it stands on the sheet Chart data. */
export interface DailySpend {
  readonly currency: string;
  readonly dates: ChartValues;
  readonly providers: readonly { readonly name: ChartTexts; readonly spend: ChartValues }[];
}

const name = "Chart data";

/** Writes what the charts show by day: for each currency a table of days by providers, live from By day. */
export async function writeChartData(
  book: Book,
  statement: Statement,
  currencies: readonly string[],
  byDay: WrittenTable,
): Promise<readonly DailySpend[]> {
  const columns = [13, 11, 19, 19, 19, 19].map((width) => ({ header: "", width }));
  const sheet = startSpillSheet(book, { name, columns, isTable: false });
  const days = monthDays(statement.month);
  const written: DailySpend[] = [];
  for (const currency of currencies) {
    const own = statement.byDay.filter((day) => day.currency === currency);
    const providers = [...new Set(statement.wallets.map(({ provider }) => provider))].filter((provider) =>
      own.some((day) => day.provider === provider),
    );
    sheet.reserve(days.length + 2);
    const header = sheet.place.row;
    const range = (column: number, first = header + 1, last = header + days.length) => {
      const letter = columnLetter(column);
      return reference(
        sheet.place.sheet,
        first === last ? `$${letter}$${first}` : `$${letter}$${first}:$${letter}$${last}`,
      );
    };
    sheet.append([
      ...["Date", "Currency"].map((text) => writtenCell(text, styles.header)),
      ...providers.map((provider) => writtenCell(provider, styles.headerRight)),
    ]);
    const spends = providers.map((provider) =>
      days.map((date) =>
        exactSum(own.filter((day) => day.date === date && day.provider === provider).map(({ spend }) => spend)),
      ),
    );
    for (const [at, date] of days.entries()) {
      const row = sheet.place.row;
      const formulas = providers.map((_, index) =>
        sumIfs(byDay.blocks, byDay.letterOf("Spend"), [
          [byDay.letterOf("Date"), `$A${row}`],
          [byDay.letterOf("Provider"), `${columnLetter(index + 3)}$${header}`],
          [byDay.letterOf("Currency"), criterion(currency)],
        ]),
      );
      sheet.append([
        cellOf("date", date, book.keep),
        writtenCell(currency, styles.quiet),
        ...formulas.map((formula, index) =>
          formulaCell(formula, Number(spends[index]?.[at] ?? "0"), amountStyle(currency)),
        ),
      ]);
    }
    written.push({
      currency,
      dates: { reference: range(1), values: days.map(serialDay), format: "d" },
      providers: providers.map((provider, index) => ({
        name: { reference: range(index + 3, header, header), values: [provider] },
        spend: {
          reference: range(index + 3),
          values: (spends[index] ?? []).map(Number),
          format: amountFormat(currency),
        },
      })),
    });
    sheet.append([]);
    await book.workbook.zip.whenReady(book.signal);
  }
  sheet.end();
  return written;
}
