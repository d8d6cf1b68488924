import type { Operation } from "./provider-service.js";

/** The operations of a path, whatever their method, and the values of the path's names. */
export function findOperations(
  operations: readonly Operation[],
  path: string,
): { readonly found: readonly Operation[]; readonly params: Readonly<Record<string, string>> } {
  for (const { path: template } of operations) {
    const params = matchPath(template, path);
    if (params !== null) return { found: operations.filter((operation) => operation.path === template), params };
  }
  return { found: [], params: {} };
}

function matchPath(template: string, path: string): Readonly<Record<string, string>> | null {
  const names = template.split("/");
  const parts = path.split("/");
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? "";
    if (name.startsWith("{")) params[name.slice(1, -1)] = decode(part);
    else if (name !== part) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
