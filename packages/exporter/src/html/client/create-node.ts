import type { Element as PageElement } from "../element.js";
import { visibleText } from "../visible-text.js";

/** Makes the browser's node of an element; texts become text nodes and attributes' values, never markup. */
export function createNode({ tag, attributes, children }: PageElement): HTMLElement {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, visibleText(String(value)));
  node.append(...children.map((child) => (typeof child === "string" ? visibleText(child) : createNode(child))));
  return node;
}
