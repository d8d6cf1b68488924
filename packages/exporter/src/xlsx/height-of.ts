import type { WorkbookCell } from "./cells.js";
import type { SheetColumn } from "./sheet-column.js";

const lineHeight = 15;
/** A column is measured in digits, and most letters are narrower. */
const lettersPerDigit = 1.1;
/** In points; Excel takes no more. */
const highest = 409;

/** The height of a row with wrapped text, in points, for programs that do not find it themselves; else undefined. */
export function heightOf(
  cells: readonly (WorkbookCell | null)[],
  columns: readonly Pick<SheetColumn, "width">[],
): number | undefined {
  let lines = 1;
  for (const [index, cell] of cells.entries()) {
    if (cell?.style.alignment?.wrapText !== true || typeof cell.value !== "string") continue;
    const width = columns[index]?.width ?? 10;
    lines = Math.max(lines, countLines(cell.value, width));
  }
  return lines === 1 ? undefined : Math.min(lines * lineHeight, highest);
}

function countLines(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width * lettersPerDigit))), 0);
}
