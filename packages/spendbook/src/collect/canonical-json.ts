/**
 * The canonical JSON text of a parsed JSON value (RFC 8785): no white space, members in the order of their names'
 * UTF-16 code units. Equal values give equal texts, in whatever order a provider sent the members.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let members = "";
  // Texts sort by their UTF-16 code units.
  for (const name of Object.keys(value).sort()) {
    const member = canonicalJson((value as Readonly<Record<string, unknown>>)[name]);
    members += `${members === "" ? "" : ","}${JSON.stringify(name)}:${member}`;
  }
  return `{${members}}`;
}
