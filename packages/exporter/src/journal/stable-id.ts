import { createHash } from "node:crypto";

/**
 * An id that says what it stands for by date and names its parts by hash: `20261005-1a2b3c4d5e`. It has 19 characters,
 * for an accounting program may take no more than 21.
 */
export function stableId(date: string, parts: readonly (string | boolean | null)[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${date.replaceAll("-", "")}-${hash.slice(0, 10)}`;
}
