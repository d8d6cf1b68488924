import { element } from "../element.js";
import { type LineSort, lineColumns } from "../line-row.js";
import { createNode } from "./create-node.js";
import type { LineOrder } from "./sort-lines.js";

/** Turns the headings of the table into buttons, and gives the function that shows the order they made. */
export function addSortButtons(table: HTMLElement, onSort: (by: LineSort) => void): (order: LineOrder | null) => void {
  const headings = [...table.querySelectorAll("thead th")];
  for (const [index, { label, sortedBy }] of lineColumns.entries()) {
    const button = createNode(element("button", { type: "button" }, label));
    button.addEventListener("click", () => onSort(sortedBy));
    headings[index]?.replaceChildren(button);
  }
  return (order) => {
    for (const [index, { sortedBy }] of lineColumns.entries()) {
      if (order?.by === sortedBy) headings[index]?.setAttribute("aria-sort", order.direction);
      else headings[index]?.removeAttribute("aria-sort");
    }
  };
}
