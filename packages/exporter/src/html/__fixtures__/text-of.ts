import type { Element } from "../element.js";

/** The text of an element, as it is copied from a page. */
export function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
