import type { WalletStatement } from "@spendbook/normalizer";
import type { Book } from "./book.js";
import { type CalculatedRow, calculateRows } from "./calculate-rows.js";
import { countCell, textCell, type WorkbookCell, writtenCell } from "./cells.js";
import type { Block } from "./formulas.js";
import { givenCells, liveCells } from "./live-cell.js";
import { movementKinds, type RollForwardRow, rollForwardRows } from "./roll-forward-rows.js";
import type { SheetColumn } from "./sheet-column.js";
import { startSpillSheet } from "./spill-sheet.js";
import { colors, styles } from "./styles.js";
import type { WrittenTransactions } from "./write-transactions.js";

const columns: readonly SheetColumn[] = [
  { header: "No.", width: 7, align: "center" },
  { header: "Provider", width: 17 },
  { header: "Account", width: 18 },
  { header: "Wallet", width: 24 },
  { header: "Currency", width: 10 },
  { header: "Line", width: 24 },
  { header: "Amount", width: 17, align: "right" },
  { header: "Stored", width: 17, align: "right" },
  { header: "Exact", width: 26, align: "right" },
  { header: "Check", width: 11, align: "center" },
  { header: "Evidence", width: 110 },
];

export interface WalletRows {
  readonly sheet: string;
  readonly row: number;
  readonly results: readonly (number | null)[];
}

const noResult: CalculatedRow = { formula: null, result: null };

/** The sheet Roll-forward, for the sheets that refer to it. */
export interface WrittenRollForward {
  readonly blocks: readonly Block[];
  /** Each wallet's sheet, its first row, and the results of its rows, in the statement's order. */
  readonly places: readonly WalletRows[];
  /** Whether the kinds are live sums over the transactions. */
  readonly isLive: boolean;
}

/** Writes every wallet's roll-forward: kinds as live sums over the transactions, closings as sums of what is above. */
export async function writeRollForward(
  book: Book,
  wallets: readonly WalletStatement[],
  transactions: WrittenTransactions,
): Promise<WrittenRollForward> {
  const sheet = startSpillSheet(book, { name: "Roll-forward", columns, tab: colors.navy, checks: "J" });
  const isLive = wallets.length * movementKinds.length * transactions.rows <= book.limits.cellsToSum;
  const places: WalletRows[] = [];
  for (const wallet of wallets) {
    const rows = rollForwardRows(wallet);
    sheet.reserve(rows.length);
    const { place } = sheet;
    const walletNumber = transactions.numberOf(wallet);
    const calculated = calculateRows(rows, {
      start: place.row,
      walletNumber,
      transactions: isLive ? transactions : null,
    });
    places.push({ ...place, results: calculated.map(({ result }) => result) });
    for (const [index, row] of rows.entries())
      sheet.append([
        ...keyCells(book, wallet, walletNumber, index === 0),
        writtenCell(row.name, row.isEdge ? styles.first : styles.text),
        ...amountCells(row, calculated[index] ?? noResult, place.row + index, wallet.currency),
        noteCell(row),
      ]);
    await book.workbook.zip.whenReady(book.signal);
  }
  return { blocks: sheet.end(), places, isLive };
}

function amountCells(
  { isEdge, amount }: RollForwardRow,
  { formula, result }: CalculatedRow,
  at: number,
  currency: string,
): readonly (WorkbookCell | null)[] {
  const look = isEdge ? "first" : "plain";
  if (formula === null || result === null) return givenCells(amount, currency, look);
  return liveCells({ formula, result, stored: amount, currency }, [`G${at}`, `H${at}`], look);
}

/** Every row names its wallet, for filters; only the first stands out. */
function keyCells({ keep }: Book, wallet: WalletStatement, number: number, isFirst: boolean): WorkbookCell[] {
  const style = isFirst ? styles.first : styles.quiet;
  const texts = [wallet.provider, wallet.account, wallet.wallet, wallet.currency];
  return [
    countCell(number, isFirst ? styles.countFirst : styles.countQuiet),
    ...texts.map((text) => textCell(text, keep, style)),
  ];
}

function noteCell({ note, isEdge }: RollForwardRow): WorkbookCell | null {
  if (isEdge) return writtenCell(note ?? "", styles.firstQuiet);
  return note === null ? null : writtenCell(note, styles.quiet);
}

/** What a formula gets that sums a row of Roll-forward over the wallets that are picked. */
export function sumResults(
  places: readonly WalletRows[],
  wallets: readonly WalletStatement[],
  pick: (wallet: WalletStatement) => boolean,
  offset: number,
): number {
  return places.reduce((sum, { results }, index) => {
    const wallet = wallets[index];
    return wallet !== undefined && pick(wallet) ? sum + (results[offset] ?? 0) : sum;
  }, 0);
}
