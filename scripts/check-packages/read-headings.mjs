// @ts-check

/**
 * The headings of a Markdown text, with their signs; not the comments in its code.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function readHeadings(text) {
  return text.replace(/^```.*?^```/gms, "").match(/^#{1,6} .*$/gm) ?? [];
}
