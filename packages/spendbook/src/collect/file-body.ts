import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";

/** The body of a record or snapshot as the ledger keeps it: its JSON text, and the SHA-256 of its canonical form. */
export function fileBody(body: unknown): { readonly body: string; readonly sha256: string } {
  return { body: JSON.stringify(body), sha256: hash("sha256", canonicalJson(body)) };
}
