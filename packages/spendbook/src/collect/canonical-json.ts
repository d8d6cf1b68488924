/** Names that an object keeps in an order of its own, and the one that is not an object's member like others. */
const unsortable = /^(?:\d|__proto__$)/;

/**
 * The canonical JSON text of a parsed JSON value (RFC 8785): no white space, members in the order of their names'
 * UTF-16 code units. Equal values give equal texts, in whatever order a provider sent the members.
 */
export function canonicalJson(value: unknown): string {
  const sorted = sortMembers(value);
  // Writing a sorted copy takes half the time.
  return sorted === undefined ? writeSorted(value) : JSON.stringify(sorted);
}

/** The value with all members in order; undefined where an object cannot keep them so. */
function sortMembers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(sortMembers);
    return items.includes(undefined) ? undefined : items;
  }
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const member = sortMembers((value as Readonly<Record<string, unknown>>)[name]);
    if (member === undefined || unsortable.test(name)) return undefined;
    sorted[name] = member;
  }
  return sorted;
}

function writeSorted(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(",")}]`;
  // Texts sort by their UTF-16 code units.
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeSorted(member)}`).join(",")}}`;
}
