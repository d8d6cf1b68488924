import type { SearchedLine } from "./find-lines.js";
import { showLines } from "./line-table.js";
import { pageOf } from "./pages.js";
import { statusText } from "./status-text.js";

/** Lines that go on paper; more belong into a spreadsheet. */
const printed = 1000;

export interface Printing {
  readonly body: Element;
  readonly status: Element;
  readonly total: number;
  readonly matches: () => readonly SearchedLine[];
  /** Shows again what was on the screen. */
  readonly restore: () => void;
}

/** Prints the lines that match rather than one page of them, as far as paper goes, and says which. */
export function showForPrint(target: Window, { body, status, total, matches, restore }: Printing): void {
  target.addEventListener("beforeprint", () => {
    const paper = pageOf(1, matches().length, printed);
    showLines(body, matches().slice(paper.from, paper.to));
    status.textContent = statusText(matches(), total, paper);
  });
  target.addEventListener("afterprint", restore);
}
