import { cellText } from "../journal/accounting/cell-text.js";

// Quotes need no entity between tags, and libofx knows none for them.
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A text for an XML element of at most so many characters, on one line. What XML 1.0 does not allow, and what would hide or
 * turn the writing, is written as percent codes of its UTF-8 bytes.
 */
export function xmlText(text: string, longest: number): string {
  const characters = [...cellText(text)];
  const cut = characters.length <= longest ? characters : characters.slice(0, longest);
  return cut
    .join("")
    .trim()
    .replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** An element with text, or with elements, each on a line of its own. */
export function element(name: string, content: string | readonly string[], attributes = ""): string {
  if (typeof content === "string") return `<${name}${attributes}>${content}</${name.split(" ")[0]}>`;
  return `<${name}${attributes}>\n${content.filter((each) => each !== "").join("\n")}\n</${name}>`;
}
