/** Groups entries so that no part has more rows than an import may; an entry is never divided. */
export function splitIntoParts<Row>(entries: readonly (readonly Row[])[], rows: number): Row[][] {
  const parts: Row[][] = [];
  for (const entry of entries) {
    const part = parts.at(-1);
    if (part === undefined || part.length + entry.length > rows) parts.push([...entry]);
    else part.push(...entry);
  }
  return parts;
}
