import type WorkbookWriter from "#workbook-writer";
import type { KeepLongText } from "./cells.js";

/** What every sheet is written with. */
export interface Book {
  readonly workbook: WorkbookWriter;
  /** Stands at the head of each printed page. */
  readonly title: string;
  readonly keep: KeepLongText;
  /** Stops the writing where the output has failed. */
  readonly signal: AbortSignal;
  readonly limits: WorkbookLimits;
}

export interface WorkbookLimits {
  /** The rows of a sheet without its header. */
  readonly rowsPerSheet: number;
  /** How many cells the live sums over the transactions may look at; past it the roll-forward holds stored values. */
  readonly cellsToSum: number;
}

export const excelLimits: WorkbookLimits = {
  rowsPerSheet: 1_048_575,
  // Some seconds of recalculating: 30 wallets of a million lines.
  cellsToSum: 250_000_000,
};
