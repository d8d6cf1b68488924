import type { Book } from "./book.js";
import { longTextsSheet } from "./long-texts.js";
import { noteRows, notes } from "./note-rows.js";
import { mostCurrencies } from "./summary/layout.js";
import { writeSummary } from "./summary/write-summary.js";
import { writeTable } from "./table-sheet.js";
import { byCoding, byDay, byResource, byService, inBooksCurrency } from "./tables.js";
import { writeChartData } from "./write-chart-data.js";
import { writeReconciliation } from "./write-reconciliation.js";
import { writeRollForward } from "./write-roll-forward.js";
import { writeTransactions } from "./write-transactions.js";
import type { WorkbookInput } from "./write-workbook.js";

/** The sheets in the order in which they are read. */
const order: readonly string[] = [
  "Summary",
  "Roll-forward",
  byService.name,
  byResource.name,
  byDay.name,
  byCoding.name,
  inBooksCurrency.name,
  "Transactions",
  "Reconciliation",
  notes.name,
  "Chart data",
  longTextsSheet,
];

/** Where a sheet stands among the others; a sheet that goes on has a number after its name. */
export function rankOfSheet(name: string): number {
  return order.indexOf(name.replace(/ \d+$/, ""));
}

/** Writes every sheet of a statement but the long texts, those first to which others refer. */
export async function writeSheets(book: Book, { statement, lines }: WorkbookInput): Promise<void> {
  const { wallets, totals } = statement;
  const hasCoding = statement.byCoding.length > 0;
  const transactions = await writeTransactions(book, lines, { wallets, hasCoding });
  const rollForward = await writeRollForward(book, wallets, transactions);
  const days = await writeTable(book, byDay, statement.byDay);
  const tables = [
    await writeTable(book, byService, statement.byService),
    await writeTable(book, byResource, statement.byResource),
    days,
    ...(hasCoding ? [await writeTable(book, byCoding, statement.byCoding)] : []),
  ];
  const functional = statement.functional ?? [];
  if (functional.length > 0) await writeTable(book, inBooksCurrency, functional);
  await writeReconciliation(book, statement, { transactions, rollForward, tables });
  await writeTable(book, notes, noteRows(statement, rollForward.isLive));
  const charted = totals.slice(0, mostCurrencies).map(({ currency }) => currency);
  const daily = await writeChartData(book, statement, charted, days);
  writeSummary(book, statement, rollForward, daily);
}
