import type { CurrencyTotal, Statement } from "@spendbook/normalizer";
import { countCell, decimalCell, formulaCell, type WorkbookCell, writtenCell } from "../cells.js";
import { criterion, quoted, sumIfs } from "../formulas.js";
import { liveCells, notKnown, snapped } from "../live-cell.js";
import { rowAt } from "../roll-forward-rows.js";
import { amountStyle, styles } from "../styles.js";
import { sumResults, type WrittenRollForward } from "../write-roll-forward.js";
import type { SummarySheet } from "./summary-sheet.js";

const movements = [
  ["Top-ups", "topUps"],
  ["Grants", "grants"],
  ["Refunds", "refunds"],
  ["Usage", "usage"],
  ["Expired", "expired"],
  ["Fees", "fees"],
  ["Adjustments", "adjustments"],
  ["Unclassified", "unclassified"],
] as const;

/** Writes the spend of each currency, live with the stored figure beside it, and what moved, live with it below. */
export function writeTotals(target: SummarySheet, statement: Statement, rollForward: WrittenRollForward): void {
  const { totals, wallets } = statement;
  const { append, heading, row } = target;
  const sumOf = (line: string, currency: string) =>
    sumIfs(rollForward.blocks, "G", [
      ["E", criterion(currency)],
      ["F", quoted(line)],
    ]);

  const resultOf = (currency: string, offset: number) =>
    sumResults(rollForward.places, wallets, (wallet) => wallet.currency === currency, offset);

  heading("Spend", [
    "Currency",
    "",
    "",
    "",
    ["Live", "right"],
    ["Stored", "right"],
    ["Exact", "right"],
    ["Check", "center"],
    ["Month before", "right"],
    ["Change", "right"],
    ["Lines", "right"],
    "",
  ]);
  for (const { currency, spend, previousSpend, lines } of totals) {
    const result = resultOf(currency, rowAt.spend);
    const live = { formula: sumOf("Spend", currency), result, stored: spend, currency };
    append([
      writtenCell(currency, styles.strong),
      null,
      null,
      null,
      ...liveCells(live, [`E${row()}`, `F${row()}`], "strong"),
      ...previousCells(spend === null ? null : snapped(result, spend), previousSpend, currency, row()),
      countCell(lines),
    ]);
  }
  append([]);

  heading("Movements", ["Currency", "", "", "", ...movements.map(([name]) => [name, "right"] as const)]);
  for (const total of totals) {
    const { currency } = total;
    const cells = movements.map(([name, key], index) => {
      const stored = total[key];
      const result = snapped(resultOf(currency, rowAt.firstMovement + index), stored);
      return stored === null ? notKnown : formulaCell(sumOf(name, currency), result, amountStyle(currency));
    });
    append([writtenCell(currency, styles.strong), writtenCell("live", styles.quiet), null, null, ...cells]);
    append([null, writtenCell("stored", styles.quiet), null, null, ...storedCells(total)]);
  }
  append([]);
}

function storedCells(total: CurrencyTotal): readonly WorkbookCell[] {
  return movements.map(([, key]) => {
    const amount = total[key];
    return amount === null ? notKnown : decimalCell(amount, amountStyle(total.currency, "quiet"));
  });
}

/** The month before, and the change since, live. */
function previousCells(spend: number | null, previous: string | null, currency: string, row: number): WorkbookCell[] {
  if (previous === null) return [notKnown, notKnown];
  const style = amountStyle(currency);
  const change = spend === null ? notKnown : changeCell(spend, previous, row, style);
  return [decimalCell(previous, style), change];
}

function changeCell(spend: number, previous: string, row: number, style: WorkbookCell["style"]): WorkbookCell {
  return formulaCell(`E${row}-I${row}`, spend - Number(previous), style);
}
