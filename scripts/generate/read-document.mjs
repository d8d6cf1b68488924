// @ts-check
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { applyOverlay } from "./apply-overlay.mjs";

/**
 * @typedef {object} Quirk Where a document is wrong or silent.
 * @property {string} id
 * @property {string} where
 * @property {string} says
 * @property {string} truth
 * @property {string} evidence
 * @property {"code" | "documented" | "third-party" | "inferred"} confidence
 */

/**
 * @typedef {object} DocumentRecord What `document.json` says of the document beside it.
 * @property {string} file
 * @property {"provider" | "spendbook"} author Whose document it is.
 * @property {boolean} generate Whether types are generated into the package of the same name.
 * @property {string[]} sourceUrl
 * @property {string} retrieved
 * @property {string} sha256 Of the stored file.
 * @property {string | null} providerVersion
 * @property {string[]} operations Kept from the provider's document.
 * @property {string[]} addedOperations Added by the overlay.
 * @property {Quirk[]} quirks
 */

/**
 * @typedef {object} ProviderDocument
 * @property {string} provider The folder's name, and the package's.
 * @property {DocumentRecord} record
 * @property {import("./apply-overlay.mjs").JsonObject} stored As it lies in the repository.
 * @property {import("./apply-overlay.mjs").JsonObject} overlaid With the overlay applied.
 */

/**
 * The providers whose documents are stored, in the order of their names.
 *
 * @param {string} root The repository.
 * @returns {Promise<string[]>}
 */
export async function findProviders(root) {
  const entries = await readdir(join(root, "specs"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * Reads a stored document, checks it against its record, and applies its overlay.
 *
 * @param {string} root The repository.
 * @param {string} provider
 * @returns {Promise<ProviderDocument>}
 */
export async function readDocument(root, provider) {
  const folder = join(root, "specs", provider);
  /** @type {DocumentRecord} */
  const record = JSON.parse(await readFile(join(folder, "document.json"), "utf8"));
  const text = await readFile(join(folder, record.file), "utf8");
  const sha256 = createHash("sha256").update(text).digest("hex");
  if (sha256 !== record.sha256) {
    throw new Error(
      `specs/${provider}/${record.file} has the sha256 ${sha256}, but document.json says ${record.sha256}; ` +
        "put corrections into overlay.yaml, or, if a newer document was taken, write its sha256 into the record",
    );
  }
  const stored = parse(text);
  // A document of our own needs no overlay: there is nothing of the provider's to correct.
  if (record.author === "spendbook") return { provider, record, stored, overlaid: stored };
  const overlay = parse(await readFile(join(folder, "overlay.yaml"), "utf8"));
  try {
    return { provider, record, stored, overlaid: applyOverlay(stored, overlay) };
  } catch (cause) {
    throw new Error(`specs/${provider}/overlay.yaml: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
