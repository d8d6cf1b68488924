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
      const [beginning = ""] = partsOf(text, longestCell - note.length);
      return beginning + note;
    },
  };
}

/** An escape of `cellText`, or a whole character. */
const unit = /_x[0-9A-F]{4}_|[\s\S]/gu;

/** An escaped text in parts of at most `length` code units; none ends inside an escape or a character. */
export function* partsOf(text: string, length = longestCell): Iterable<string> {
  let start = 0;
  for (const { 0: piece, index } of text.matchAll(unit)) {
    if (index + piece.length - start <= length) continue;
    yield text.slice(start, index);
    start = index;
  }
  if (start < text.length) yield text.slice(start);
}
