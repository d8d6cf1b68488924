/** What quotes a cell: the delimiter, quotes, line ends, a byte order mark, and spaces that a parser might drop. */
const special = {
  ",": /[,"\r\n\ufeff]|^ | $/,
  ";": /[;"\r\n\ufeff]|^ | $/,
  "\t": /[\t"\r\n\ufeff]|^ | $/,
};

/** Gives a text as a cell of CSV (RFC 4180), between quotes only where a parser would not give it back whole. */
export function quoteCell(text: string, delimiter: keyof typeof special): string {
  return special[delimiter].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
