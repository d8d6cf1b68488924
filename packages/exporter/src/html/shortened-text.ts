import { countText } from "./group-digits.js";

/** A text as a table has room for it; a longer one is cut and says so, and stands whole elsewhere. */
export function shortenedText(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  return `${characters.slice(0, length).join("")}… (${countText(characters.length)} characters)`;
}
