// Full-width signs too: some spreadsheets read them as the plain ones.
const live = /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Keeps a spreadsheet from taking a text for a formula, by an apostrophe before it (CWE-1236, OWASP ASVS 1.2.10).
 * Texts that begin with apostrophes and then such a sign get one more, so that `unguardText` gives every text back.
 */
export function guardText(text: string): string {
  return live.test(text) ? `'${text}` : text;
}

/** Takes the guard off again: `unguardText(guardText(text))` is `text`. */
export function unguardText(text: string): string {
  return text.startsWith("'") && live.test(text) ? text.slice(1) : text;
}
