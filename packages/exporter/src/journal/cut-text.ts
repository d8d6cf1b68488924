/** The beginning of a text that escapeText gave, cut between characters and never within a percent code. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = "";
  for (const [part] of text.matchAll(/%..|[^%]/gsu)) {
    if (cut.length + part.length > length) break;
    cut += part;
  }
  return cut.trimEnd();
}
