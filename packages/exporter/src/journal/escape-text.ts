/**
 * Writes whatever a format might stumble over as percent codes of its UTF-8 bytes, and `%` too, so that
 * `decodeURIComponent` gives the text back. `safe` matches the single characters that stay as they are. Half a
 * surrogate pair has no form in UTF-8 and becomes U+FFFD.
 */
export function escapeText(text: string, safe: RegExp): string {
  let escaped = "";
  for (const character of text)
    escaped += character !== "%" && safe.test(character) ? character : percentCodes(character);
  return escaped;
}

export function percentCodes(text: string): string {
  return [...Buffer.from(text, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
