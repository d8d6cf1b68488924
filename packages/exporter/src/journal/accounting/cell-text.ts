import { percentCodes } from "../escape-text.js";

/** What would break a line, hide, or turn the writing; and what would be taken for a percent code. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}]|%(?=[0-9A-F]{2})/gu;
/** The beginning that a spreadsheet takes for a formula's. */
const live = /^'*\s*[=+\-@＝＋－＠]/u;

/**
 * A text for a cell of an import: one line, and no formula. What must not stand there is written as percent codes of its
 * UTF-8 bytes; a percent sign in `20% (VAT on Expenses)` stays what it is. `textOfCell` gives the text back.
 */
export function cellText(text: string): string {
  return text.replace(unsafe, percentCodes).replace(live, percentCodes);
}

/** The text that `cellText` was given; half a surrogate pair has become U+FFFD. */
export function textOfCell(cell: string): string {
  return cell.replace(/(?:%[0-9A-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll("%", ""), "hex").toString("utf8"));
}
