import { escapeText, percentCodes } from "../escape-text.js";

/** What neither hledger nor ledger reads anything into, in the value of a tag. */
const safe = /[\p{L}\p{N}\p{M} ._/+&'-]/u;
/** In a description and a comment a comma ends nothing. */
const safeInWords = /[\p{L}\p{N}\p{M} ._/+&',-]/u;

/** A text for the value of a tag: spaces at the ends or in a row are escaped too. */
function tagText(text: string): string {
  return escapeText(text, safe).replace(/^ | $| (?= )/g, percentCodes);
}

/** A text for a description. */
export function wordsText(text: string): string {
  return escapeText(text, safeInWords);
}

/** Tags, a comment line each. A long value goes on under `name-2`, `name-3` and so on. */
export function tagLines(tags: Readonly<Record<string, string | number | null>>, indent: string): string {
  return Object.entries(tags)
    .flatMap(([name, value]) => {
      if (value === null) return [];
      return chunksOf(tagText(String(value))).map(
        (chunk, index) => `${indent}; ${index === 0 ? name : `${name}-${index + 1}`}: ${chunk}\n`,
      );
    })
    .join("");
}

/** Ledger takes lines of 4,096 bytes, and a character has up to four. */
const longest = 900;

/** Cuts between characters and not beside a space, which would be lost at the end of a line. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let chunk = "";
  for (const [part] of text.matchAll(/%..|[^%]/gsu)) {
    if (chunk.length >= longest && part !== " " && !chunk.endsWith(" ")) {
      chunks.push(chunk);
      chunk = "";
    }
    chunk += part;
  }
  return [...chunks, chunk];
}
