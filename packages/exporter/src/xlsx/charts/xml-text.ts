/** Control characters, halves of surrogate pairs, and what is no character: XML cannot hold most of them. */
const unwritable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML holds it, in an element or an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(unwritable, "\ufffd").replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
