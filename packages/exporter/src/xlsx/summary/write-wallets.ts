import type { Verdict, WalletStatement } from "@spendbook/normalizer";
import { decimalCell, formulaCell, textCell, type WorkbookCell, writtenCell } from "../cells.js";
import { exactSum } from "../exact-sum.js";
import { reference } from "../formulas.js";
import { notKnown, snapped } from "../live-cell.js";
import { movementsOf, rowAt } from "../roll-forward-rows.js";
import { amountStyle, styles } from "../styles.js";
import { tonedCell, verdictTones } from "../tones.js";
import type { WalletRows, WrittenRollForward } from "../write-roll-forward.js";
import { mostWallets } from "./layout.js";
import type { SummarySheet } from "./summary-sheet.js";

const urgency: readonly Verdict[] = ["broken", "unproved", "explained", "proved"];

/** Writes a line for each wallet with its verdict; of very many the most doubtful, and how many more there are. */
export function writeWallets(
  { append, heading, book }: SummarySheet,
  wallets: readonly WalletStatement[],
  { places }: WrittenRollForward,
): void {
  heading("Wallets", [
    "Provider",
    "Account",
    "Wallet",
    "Currency",
    ...["Opening", "Movements", "Unexplained", "Closing", "Spend", "Month before"].map(
      (name) => [name, "right"] as const,
    ),
    ["Verdict", "center"],
    ["Records", "center"],
  ]);
  const placed = wallets.flatMap((wallet, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ wallet, place }];
  });
  const doubtful = placed.toSorted((a, b) => urgency.indexOf(a.wallet.verdict) - urgency.indexOf(b.wallet.verdict));
  for (const { wallet, place } of wallets.length > mostWallets ? doubtful.slice(0, mostWallets) : placed) {
    const { opening, unexplained, closing, spend, previousSpend, currency } = wallet;
    const style = amountStyle(currency);
    const cell = (offset: number) => reference(place.sheet, `$G$${place.row + offset}`);
    const linked = (amount: string | null, offset: number, look = style): WorkbookCell =>
      amount === null ? notKnown : formulaCell(cell(offset), place.results[offset] ?? 0, look);
    const moved = `SUM(${reference(place.sheet, `$G$${place.row + rowAt.firstMovement}:$G$${place.row + rowAt.lastMovement}`)})`;
    append([
      ...[wallet.provider, wallet.account, wallet.wallet, currency].map((text) => textCell(text, book.keep)),
      linked(opening, rowAt.opening),
      formulaCell(moved, movementsResult(wallet, place.results), style),
      // With all its digits: a difference of less than a cent is one too.
      linked(unexplained, rowAt.unexplained, styles.decimal),
      linked(closing, rowAt.closing),
      linked(spend, rowAt.spend),
      previousSpend === null ? notKnown : decimalCell(previousSpend, style),
      tonedCell(wallet.verdict, verdictTones[wallet.verdict]),
      writtenCell(wallet.completeness, styles.middle),
    ]);
  }
  const rest = wallets.length - mostWallets;
  if (rest > 0)
    append([writtenCell(`${rest} more wallets stand on Roll-forward; these are the most doubtful.`, styles.quiet)]);
  if (wallets.length === 0) append([writtenCell("No wallet was found.", styles.quiet)]);
  append([]);
}

function movementsResult(wallet: WalletStatement, results: WalletRows["results"]): number {
  const moved = results.slice(rowAt.firstMovement, rowAt.lastMovement + 1);
  return snapped(
    moved.reduce<number>((sum, result) => sum + (result ?? 0), 0),
    exactSum(movementsOf(wallet)),
  );
}
