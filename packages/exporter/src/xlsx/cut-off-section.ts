import type { CutOffLine } from "@spendbook/normalizer";
import { type KeepLongText, textCell } from "./cells.js";
import { exactFigures, figureCell, walletKeys } from "./figure-cells.js";
import { grid } from "./reconciliation-grid.js";
import type { Section } from "./sections.js";

/** The lines that belong to two months. */
export function cutOffSection(lines: readonly CutOffLine[], keep: KeepLongText): Section<CutOffLine> {
  return {
    title: "Cut-off",
    about: "Lines that were booked in one month and incurred in another.",
    columns: grid(
      "Provider",
      "Account",
      "Wallet",
      "Currency",
      "Kind",
      ["Amount", "right"],
      "Booked in",
      "Booked at (UTC)",
      "Incurred in",
      "Entry",
      "Incurred at (UTC)",
      "Exact figures",
    ),
    rows: lines,
    cells: (line) => [
      ...walletKeys(line, keep),
      textCell(line.currency, keep),
      textCell(line.kind, keep),
      figureCell(line.amount, line.currency),
      textCell(line.postedMonth, keep),
      textCell(line.postedAt, keep),
      textCell(line.incurredMonth, keep),
      textCell(line.entryId, keep),
      textCell(line.incurredAt, keep),
      exactFigures({ amount: line.amount }),
    ],
  };
}
