/** The first place at which two JSON values differ, such as `wallets[0].usage`, with both sides; null where none does. */
export function firstDifference(
  stated: unknown,
  found: unknown,
  path = "",
): { readonly path: string; readonly stated: unknown; readonly found: unknown } | null {
  if (typeof stated !== "object" || typeof found !== "object" || stated === null || found === null)
    return Object.is(stated, found) ? null : { path, stated, found };
  const names = new Set([...Object.keys(stated), ...Object.keys(found)]);
  for (const name of names) {
    const place = Array.isArray(stated) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    const difference = firstDifference(
      (stated as Record<string, unknown>)[name],
      (found as Record<string, unknown>)[name],
      place,
    );
    if (difference !== null) return difference;
  }
  return null;
}
