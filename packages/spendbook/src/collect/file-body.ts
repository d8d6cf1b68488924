import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** The body of a record or snapshot as the ledger keeps it: its JSON text, and the SHA-256 of its canonical form. */
export function fileBody(body: unknown): { readonly body: string; readonly sha256: string } {
  return { body: JSON.stringify(body), sha256: createHash("sha256").update(canonicalJson(body)).digest("hex") };
}
