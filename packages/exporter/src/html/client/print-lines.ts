import { countText } from "../group-digits.js";
import type { SearchedLine } from "./find-lines.js";
import { showLines } from "./line-table.js";

/** Lines that go on paper; more belong into a spreadsheet. */
const printed = 1000;

interface Printing {
  readonly matches: readonly SearchedLine[];
  readonly restore: () => void;
}

/** Prints the lines that match rather than one page of them, as far as paper goes, and says which. */
export function showForPrint(target: Window, body: Element, current: () => Printing): void {
  target.addEventListener("beforeprint", () => {
    const { matches } = current();
    showLines(body, matches.slice(0, printed));
    const note = target.document.getElementById("line-status");
    if (note !== null && matches.length > printed)
      note.append(
        ` Printed: the first ${countText(printed)} of ${countText(matches.length)}; all are in the CSV file.`,
      );
  });
  target.addEventListener("afterprint", () => current().restore());
}
