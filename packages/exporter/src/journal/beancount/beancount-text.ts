import { escapeText } from "../escape-text.js";

/** What a string of beancount holds as it is; the rest stands in percent codes, so that a line stays a line. */
const safe = /[^"\\\p{C}\p{Zl}\p{Zp}]/u;

/** A quoted string. */
export function quoted(text: string): string {
  return `"${escapeText(text, safe)}"`;
}

/** Metadata, a line each. */
export function metadata(facts: Readonly<Record<string, string | number | null>>, indent: string): string {
  return Object.entries(facts)
    .flatMap(([key, value]) =>
      value === null ? [] : [`${indent}${key}: ${typeof value === "number" ? value : quoted(value)}\n`],
    )
    .join("");
}
