/** A UTC instant in a form that sorts as text, whatever the number of its decimals. */
export function instantKey(text: string): string {
  const [whole = "", fraction = ""] = text.replace(/Z$/, "").split(".");
  return `${whole}.${fraction.padEnd(9, "0")}`;
}

/** The key of an RFC 3339 instant in any zone, to the millisecond unless it is in UTC; null where it is none. */
export function parseInstantKey(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return null;
  return instantKey(text.endsWith("Z") ? text : new Date(milliseconds).toISOString());
}
