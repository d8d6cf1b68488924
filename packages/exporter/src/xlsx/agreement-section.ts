import type { Statement } from "@spendbook/normalizer";
import { type KeepLongText, textCell, writtenCell } from "./cells.js";
import { exactSum } from "./exact-sum.js";
import { criterion, quoted, sumIfs } from "./formulas.js";
import { type LiveAmount, liveCells } from "./live-cell.js";
import { grid } from "./reconciliation-grid.js";
import { movementKinds, movementsOf, rowAt } from "./roll-forward-rows.js";
import type { Section } from "./sections.js";
import type { Header } from "./sheet-column.js";
import type { WrittenTable } from "./table-sheet.js";
import { sumResults, type WrittenRollForward } from "./write-roll-forward.js";
import type { WrittenTransactions } from "./write-transactions.js";

export interface WrittenSheets {
  readonly transactions: WrittenTransactions;
  readonly rollForward: WrittenRollForward;
  /** The tables of spending, each with what its rows sum to. */
  readonly tables: readonly WrittenTable[];
}

interface Agreement extends LiveAmount {
  readonly keys: readonly [provider: string, account: string, wallet: string];
  readonly what: string;
}

const headers: readonly Header[] = [
  ...["Provider", "Account", "Wallet", "Currency", "Sum"],
  ["Live", "right"],
  ["Stored", "right"],
  ["Exact", "right"],
  ["Check", "center"],
];

/** Sets the live sums of each sheet against what the statement says. */
export function agreementSection(statement: Statement, sheets: WrittenSheets, keep: KeepLongText): Section<Agreement> {
  return {
    title: "Do the sheets agree with the statement?",
    about: "Live sums over the sheets of this workbook beside the statement's own stored figures.",
    columns: grid(...headers),
    rows: [...spendAgreements(statement, sheets), ...walletAgreements(statement, sheets)],
    cells: (row, at) => [
      ...row.keys.map((key) => (key === "" ? null : textCell(key, keep))),
      textCell(row.currency, keep),
      writtenCell(row.what),
      ...liveCells(row, [`F${at}`, `G${at}`]),
    ],
  };
}

/** The spending of each currency by every sheet that divides it. */
function spendAgreements({ totals, wallets }: Statement, { rollForward, tables }: WrittenSheets): Agreement[] {
  return totals.flatMap(({ currency, spend }) => {
    const common = { keys: ["", "", ""] as const, stored: spend, currency };
    return [
      {
        ...common,
        what: "Spend on Roll-forward",
        formula: sumIfs(rollForward.blocks, "G", [
          ["E", criterion(currency)],
          ["F", quoted("Spend")],
        ]),
        result: sumResults(rollForward.places, wallets, (wallet) => wallet.currency === currency, rowAt.spend),
      },
      ...tables.map(({ name, blocks, letterOf, totalOf }) => ({
        ...common,
        what: `Spend on ${name}`,
        formula: sumIfs(blocks, letterOf("Spend"), [[letterOf("Currency"), criterion(currency)]]),
        result: Number(totalOf(currency, "Spend")),
      })),
    ];
  });
}

/** What the lines of each wallet sum to beside its movements; nothing where that takes too long to calculate. */
function walletAgreements({ wallets }: Statement, { transactions, rollForward }: WrittenSheets): Agreement[] {
  if (!rollForward.isLive) return [];
  return wallets.map((wallet) => {
    const number = transactions.numberOf(wallet);
    const results = movementKinds.map((kind) => transactions.sumOf(number, kind));
    return {
      keys: [wallet.provider, wallet.account, wallet.wallet],
      currency: wallet.currency,
      what: "Transactions = movements",
      formula: sumIfs(transactions.blocks, transactions.amount, [[transactions.walletNumber, String(number)]]),
      result: results.reduce((sum, each) => sum + each, 0),
      stored: exactSum(movementsOf(wallet)),
    };
  });
}
