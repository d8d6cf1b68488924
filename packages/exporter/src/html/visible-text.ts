/**
 * Characters that a reader cannot see, or that turn around what is beside them: controls but for tab and line feed,
 * bidirectional marks, invisible formatting, tags, halves of a surrogate pair and what Unicode says is no character.
 * The joiners U+200C and U+200D stay: scripts and emoji are spelt with them.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\p{Cs}]|[\u{e0000}-\u{e007f}]|[\ufffe\uffff]/gu;

/** A text as the page shows it: a line end is a line feed, and what cannot be seen stands there by its number, ⟦U+202E⟧. */
export function visibleText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟦U+${code.toString(16).toUpperCase().padStart(4, "0")}⟧`;
  });
}
