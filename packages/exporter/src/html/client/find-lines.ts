import { type LineValues, lineFieldNames } from "../line-fields.js";

/** Lines with the text that is searched, which is made when it is first needed. */
export interface SearchedLine {
  readonly values: LineValues;
  text?: string;
}

/** The lines in which every word of a query occurs, in any field and in any case; all of them for an empty query. */
export function findLines(lines: readonly SearchedLine[], query: string): readonly SearchedLine[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map(wordOf);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    line.text ??= textOf(line.values);
    const { text } = line;
    return words.every((word) => text.includes(word));
  });
}

/** A number is found as the page shows it, with separators and a true minus, though the data has neither. */
function wordOf(word: string): string {
  return /^[−-]?\d{1,3}(,\d{3})*(\.\d*)?$/.test(word) ? word.replaceAll(",", "").replace("−", "-") : word;
}

function textOf(values: LineValues): string {
  return lineFieldNames
    .map((field) => values[field])
    .filter((value) => value !== null)
    .join("\n")
    .toLowerCase();
}
