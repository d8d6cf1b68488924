import { placesOf } from "./amount.js";
import { type Element, element } from "./element.js";
import { counted, countText } from "./group-digits.js";
import type { LineCount } from "./line-blocks.js";
import { lineColumns, lineRow } from "./line-row.js";
import { section } from "./section.js";

/** The table of lines with the first of them; the script brings the rest, search and order to it. */
export function linesSection({ total, held, first }: LineCount, month: string): Element {
  const file = `statement-${month}.csv`;
  const places = placesOf(first.map(({ amount }) => amount));
  return section(
    "lines",
    "Lines",
    element(
      "p",
      { class: "lead" },
      `${counted(total, "line")} in this month. Open a description to see all that is known of a line.`,
    ),
    held < total
      ? element(
          "p",
          { class: "limit", role: "note" },
          `This file holds the first ${countText(held)} of them; search, order and sums here are of these. ` +
            `All ${countText(total)} are in ${file}, and every other figure on this page counts all.`,
        )
      : null,
    element("div", { id: "line-tools", class: "line-tools", hidden: "" }),
    element(
      "p",
      { id: "line-status", role: "status", "aria-live": "polite", class: "muted" },
      first.length < total ? `The first ${countText(first.length)} lines are shown; all are in ${file}.` : "",
    ),
    element(
      "div",
      { class: "scroll lines" },
      element(
        "table",
        { role: "table", id: "line-table" },
        element("caption", { class: "visually-hidden" }, "Lines of the month"),
        element(
          "thead",
          { role: "rowgroup" },
          element(
            "tr",
            { role: "row" },
            lineColumns.map(({ label, sortedBy }) =>
              element("th", { role: "columnheader", scope: "col", class: sortedBy }, label),
            ),
          ),
        ),
        element(
          "tbody",
          { role: "rowgroup" },
          first.map((line) => lineRow(line, places)),
        ),
      ),
    ),
    element("nav", { id: "line-pages", class: "line-pages", hidden: "", "aria-label": "Pages of lines" }),
  );
}
