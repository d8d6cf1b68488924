import { type Content, type Element, element } from "./element.js";

/** A part of the page under a heading of its own, which the page's contents lead to. */
export function section(id: string, title: string, ...content: readonly Content[]): Element {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    ...content,
  );
}
