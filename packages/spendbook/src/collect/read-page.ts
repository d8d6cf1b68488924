// All of the package takes as long to load as the first answer takes to come.
import { parseInstant } from "@spendbook/normalizer/instant";
import { CollectionError } from "./collection-error.js";

/** A row of a page: an object of which nothing is known yet. */
export type Row = Readonly<Record<string, unknown>>;

/** The list at `path` of an answer. Throws `CollectionError` where it is not a list of objects. */
export function rowsAt(body: unknown, ...path: readonly string[]): readonly Row[] {
  const list = valueAt(body, path);
  if (!Array.isArray(list) || list.some((row) => typeof row !== "object" || row === null))
    throw malformed(path, "list of records");
  return list as readonly Row[];
}

/** The whole number at `path`. Throws `CollectionError` where it is another thing. */
export function countAt(body: unknown, ...path: readonly string[]): number {
  const count = valueAt(body, path);
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) throw malformed(path, "count");
  return count;
}

/** The text at `path`, never empty. Throws `CollectionError` where it is another thing. */
export function textAt(body: unknown, ...path: readonly string[]): string {
  const text = valueAt(body, path);
  if (typeof text !== "string" || text === "") throw malformed(path, "text");
  return text;
}

export function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Row)[key] : undefined),
    body,
  );
}

/**
 * The instant of the first readable of several values, in UTC. A row with none is filed at the epoch:
 * the ledger keeps it, and normalizing refuses it by name.
 */
export function instantOf(...values: readonly unknown[]): string {
  for (const value of values) {
    if (typeof value !== "string") continue;
    try {
      return parseInstant(value, "$");
    } catch {
      // The next value may be readable.
    }
  }
  return "1970-01-01T00:00:00.000Z";
}

function malformed(path: readonly string[], expected: string): CollectionError {
  return new CollectionError(
    "malformed_page",
    `the answer has no ${expected} at ${path.join(".")}; check that baseUrl is the provider's billing API`,
  );
}
