import type { WalletStatement } from "@spendbook/normalizer";
import type { Book } from "./book.js";
import { countCell, textCell, type WorkbookCell, writtenCell } from "./cells.js";
import { exactSum } from "./exact-sum.js";
import { type Block, quoted, sumIfs } from "./formulas.js";
import { givenCells, liveCells } from "./live-cell.js";
import { movementKinds, type RollForwardRow, rollForwardRows, rowAt } from "./roll-forward-rows.js";
import type { SheetColumn } from "./sheet-column.js";
import { type SpillSheet, startSpillSheet } from "./spill-sheet.js";
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
  { header: "Evidence", width: 100 },
];

/** The sheet Roll-forward, for the sheets that refer to it. */
export interface WrittenRollForward {
  readonly blocks: readonly Block[];
  /** The sheet and first row of each wallet, in the statement's order. */
  readonly places: readonly SpillSheet["place"][];
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
  const places: SpillSheet["place"][] = [];
  for (const wallet of wallets) {
    const rows = rollForwardRows(wallet);
    sheet.reserve(rows.length);
    const { place } = sheet;
    places.push(place);
    const live = createLive(wallet, place.row, isLive ? transactions : null);
    for (const [index, row] of rows.entries())
      sheet.append([
        ...keyCells(book, wallet, transactions.numberOf(wallet), index === 0),
        writtenCell(row.name, row.isEdge ? styles.first : styles.text),
        ...amountCells(row, place.row + index, wallet.currency, live),
        noteCell(row),
      ]);
    await book.workbook.zip.whenReady(book.signal);
  }
  return { blocks: sheet.end(), places, isLive };
}

type Live = (row: RollForwardRow, at: number) => { readonly formula: string; readonly result: number } | null;

/** How the live rows of a wallet are calculated that begins at a row. */
function createLive(wallet: WalletStatement, start: number, transactions: WrittenTransactions | null): Live {
  const number = transactions?.numberOf(wallet) ?? 0;
  const cell = (offset: number) => `G${start + offset}`;
  return ({ live, amount }, at) => {
    if (live === undefined || amount === null) return null;
    if (typeof live === "object" && "above" in live)
      return { formula: `SUM(G${at - live.above.length}:G${at - 1})`, result: Number(exactSum(live.above)) };
    if (live === "spend") {
      const { refunds, usage } = wallet;
      return {
        formula: `-SUM(${cell(rowAt.refunds)},${cell(rowAt.usage)})`,
        result: -Number(exactSum([refunds, usage])),
      };
    }
    if (transactions === null) return null;
    const { blocks, amount: column, kind, walletNumber } = transactions;
    const criteria = [
      [walletNumber, String(number)],
      [kind, quoted(live.kind)],
    ] as const;
    return { formula: sumIfs(blocks, column, criteria), result: transactions.sumOf(number, live.kind) };
  };
}

function amountCells(row: RollForwardRow, at: number, currency: string, live: Live): readonly (WorkbookCell | null)[] {
  const look = row.isEdge ? "first" : "plain";
  const calculated = live(row, at);
  if (calculated === null) return givenCells(row.amount, currency, look);
  return liveCells({ ...calculated, stored: row.amount, currency }, [`G${at}`, `H${at}`], look);
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
