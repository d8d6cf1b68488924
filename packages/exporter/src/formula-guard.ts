/**
 * What a spreadsheet may run: a formula's first sign, and the control characters that let one begin. White space and
 * characters without a shape may stand before it, for a program may drop them; full-width signs are read as plain ones.
 */
const live = /^'*[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]*[=+\-@\t\r\n\0＝＋－＠]/u;

/**
 * Keeps a spreadsheet from taking a text for a formula, by an apostrophe before it (CWE-1236, OWASP ASVS 1.2.10).
 * Texts that begin with apostrophes and then such a sign get one more, so that `unguardText` gives every text back.
 */
export function guardText(text: string): string {
  return live.test(text) ? `'${text}` : text;
}

/** Takes the guard off again: `unguardText(guardText(text))` is `text`, whatever the text. */
export function unguardText(text: string): string {
  return text.startsWith("'") && live.test(text) ? text.slice(1) : text;
}
