import { findLines, type SearchedLine } from "./find-lines.js";
import { showLines } from "./line-table.js";
import { addSearch } from "./line-tools.js";
import { addPageButtons } from "./page-buttons.js";
import { pageOf } from "./pages.js";
import { showForPrint } from "./print-lines.js";
import { readLines } from "./read-lines.js";
import { addSortButtons } from "./sort-buttons.js";
import { type LineOrder, sortLines } from "./sort-lines.js";
import { statusText } from "./status-text.js";

/** Reads the lines that the page holds, and gives their table search, order and pages. */
export async function startLines(page: Document): Promise<void> {
  const table = page.getElementById("line-table");
  const body = table?.querySelector("tbody");
  const [tools, status, pages] = ["line-tools", "line-status", "line-pages"].map((id) => page.getElementById(id));
  if (!table || !body || !tools || !status || !pages) return;

  const lines: SearchedLine[] = [];
  status.textContent = "Reading the lines…";
  try {
    for await (const block of readLines(page)) for (const values of block) lines.push({ values });
  } catch {
    status.textContent =
      "This browser cannot read the lines that the file holds: those shown are the first. All are in the CSV file.";
    return;
  }

  const state: { query: string; order: LineOrder | null; number: number; matches: readonly SearchedLine[] } = {
    query: "",
    order: null,
    number: 1,
    matches: lines,
  };
  const showOrder = addSortButtons(table, (by) => {
    const isTurned = state.order?.by === by && state.order.direction === "ascending";
    state.order = { by, direction: isTurned ? "descending" : "ascending" };
    update();
  });
  const showPage = addPageButtons(pages, (number) => {
    state.number = number;
    show();
  });
  addSearch(tools, (query) => {
    state.query = query;
    update();
  });
  showForPrint(window, { body, status, total: lines.length, matches: () => state.matches, restore: show });

  function update() {
    const found = findLines(lines, state.query);
    state.matches = state.order === null ? found : sortLines(found, state.order);
    state.number = 1;
    show();
  }
  function show() {
    if (!body || !status) return;
    const { matches, order, number } = state;
    const shown = pageOf(number, matches.length);
    showLines(body, matches.slice(shown.from, shown.to));
    showOrder(order);
    showPage(shown);
    status.textContent = statusText(matches, lines.length, shown);
  }
  show();
  table.dataset.ready = "";
}
