import type { Element } from "./element.js";
import { visibleText } from "./visible-text.js";

const voidTags = new Set(["input", "meta", "br"]);

/** An element as HTML text in which every text is escaped. */
export function renderHtml({ tag, attributes, children }: Element): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`);
  const start = `<${tag}${written.join("")}>`;
  if (voidTags.has(tag)) return start;
  const inner = children.map((child) => (typeof child === "string" ? escapeText(child) : renderHtml(child)));
  return `${start}${inner.join("")}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text that is the same wherever it stands, between tags or in a quoted attribute. */
export function escapeText(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
