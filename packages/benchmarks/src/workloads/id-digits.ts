import { createHash } from "node:crypto";

/**
 * 128 hex digits for a record's ids, made from its index: in no order, as the providers' are, so that an index over
 * them is filled everywhere at once.
 */
export function idDigits(name: string, index: number): string {
  return createHash("sha512").update(`${name} ${index}`).digest("hex");
}
