import { element } from "../element.js";
import { createNode } from "./create-node.js";

/** Puts the search field on the page and calls back with what it says, shortly after each change of it. */
export function addSearch(place: HTMLElement, onSearch: (query: string) => void): void {
  const field = createNode(element("input", { id: "line-search", type: "search", "aria-controls": "line-table" }));
  if (!(field instanceof HTMLInputElement)) return;
  field.autocomplete = "off";
  field.spellcheck = false;
  let timer = 0;
  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => onSearch(field.value), 120);
  });
  place.append(createNode(element("label", { for: "line-search" }, "Search in all fields")), field);
  place.hidden = false;
}
