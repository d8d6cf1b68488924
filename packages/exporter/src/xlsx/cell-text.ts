/** The longest text that Excel takes in a cell, in UTF-16 code units. */
export const longestCell = 32_767;

// What XML 1.0 cannot hold, the carriage return (which parsers turn into a line feed), the delete character (which
// exceljs drops), halves of surrogate pairs, and what already looks like such an escape.
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** What alone can hold any of these: most texts are seen to be writable at once. */
const unusual = /[^\x20-\x7e]|_x/;

/** A text as a workbook holds it: with `_x0000_` for what XML cannot hold (ECMA-376, ST_Xstring), so that nothing is lost. */
export function cellText(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(
    unwritable,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}
