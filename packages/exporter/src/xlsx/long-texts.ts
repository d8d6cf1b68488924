import { longestCell } from "./cell-text.js";

/** Texts that no cell holds, kept to be written in parts on a sheet of their own. */
export interface LongTexts {
  /** Keeps a text, and gives what stands in its cell. */
  readonly keep: (text: string) => string;
  readonly texts: readonly string[];
}

export const longTextsSheet = "Long texts";

export function createLongTexts(): LongTexts {
  const texts: string[] = [];
  return {
    texts,
    keep(text) {
      texts.push(text);
      const note = `… (cut; the whole text is number ${texts.length} on the sheet ${longTextsSheet})`;
      return cut(text, longestCell - note.length) + note;
    },
  };
}

/** A text in parts that fit into a cell each; none ends inside an escape or a surrogate pair. */
export function* partsOf(text: string): Iterable<string> {
  for (let rest = text; rest !== ""; ) {
    const part = cut(rest, longestCell);
    yield part;
    rest = rest.slice(part.length);
  }
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const part = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const half = /_x?[0-9A-F]{0,4}$/.exec(part);
  return half !== null && /^_x[0-9A-F]{4}_/.test(text.slice(half.index)) ? part.slice(0, half.index) : part;
}
