const markOf = (name: string) => ({ start: `<!-- bench ${name} -->`, end: `<!-- end of bench ${name} -->` });

/** Puts a section's new figures in the place of its old ones; what people wrote around them stays. A new one comes last. */
export function replaceSection(document: string, name: string, title: string, figures: string): string {
  const { start, end } = markOf(name);
  const section = `${start}\n\n${figures.trim()}\n\n${end}`;
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from === -1 || to < from) return `${document.trimEnd()}\n\n## ${title}\n\n${section}\n`;
  return document.slice(0, from) + section + document.slice(to + end.length);
}
