// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readPackages } from "./check-packages/read-packages.mjs";
import { applyOverlay } from "./generate/apply-overlay.mjs";
import { findProviders, readDocument } from "./generate/read-document.mjs";
import { compareDocuments } from "./specs-diff/compare-documents.mjs";

/** @typedef {import("./specs-diff/compare-schemas.mjs").Change} Change */

/**
 * Says what a newer document of a provider changes, and whether that breaks what is built on the stored one.
 *
 * @param {string} root The repository.
 * @param {string} provider
 * @param {string} text The newer document, JSON or YAML.
 * @returns {Promise<{ lines: string[], breaks: boolean }>}
 */
export async function diffDocument(root, provider, text) {
  const { stored, record } = await readDocument(root, provider);
  const newer = parse(text);
  if (typeof newer?.paths !== "object") throw new Error("the newer document has no paths: it is no OpenAPI document");
  const { changes, beside } = compareDocuments(stored, newer, record.operations);
  const corrections = await brokenCorrections(root, provider, stored, newer);
  const readers = await fieldReaders(root, provider);
  const lines = [
    `${provider}: ${record.operations.length} operations are kept of the document of ${record.retrieved}.`,
  ];
  const titles = { breaks: "Breaks us", check: "To be looked at", harmless: "Harmless" };
  for (const [weight, title] of Object.entries(titles)) {
    const said = new Set(changes.filter((each) => each.weight === weight).map((each) => sentence(each, readers)));
    if (weight === "check") for (const each of corrections) said.add(each);
    if (said.size > 0) lines.push("", `${title}:`, ...[...said].map((each) => `- ${each}`));
  }
  const documented = record.addedOperations.filter((each) => {
    const [method = "", path = ""] = each.split(" ");
    return newer.paths[path]?.[method.toLowerCase()] !== undefined;
  });
  if (documented.length > 0)
    lines.push("", "Added by us, and now documented by the provider:", ...documented.map((each) => `- ${each}`));
  if (changes.length + corrections.length === 0) lines.push("", "Nothing that is kept has changed.");
  if (beside.length > 0)
    lines.push("", "Operations beside ours that are not kept:", ...beside.map((each) => `- ${each}`));
  return { lines, breaks: changes.some(({ weight }) => weight === "breaks") };
}

/**
 * @param {Change} change
 * @param {(field: string) => string[]} readers
 */
function sentence({ place, words, field, weight }, readers) {
  const files = field === undefined || weight === "harmless" ? [] : readers(field);
  const used =
    field === undefined || weight === "harmless"
      ? ""
      : files.length > 0
        ? `; read in ${files.join(", ")}`
        : "; read nowhere but in the client's types";
  return `${place}: ${words}${used}`;
}

/**
 * Which corrections of ours the newer document no longer takes: those it does not need any more, or whose place has moved.
 *
 * @param {string} root
 * @param {string} provider
 * @param {import("./generate/apply-overlay.mjs").JsonObject} stored
 * @param {import("./generate/apply-overlay.mjs").JsonObject} newer
 */
async function brokenCorrections(root, provider, stored, newer) {
  const text = await readFile(join(root, "specs", provider, "overlay.yaml"), "utf8").catch(() => null);
  if (text === null) return [];
  /** @type {import("./generate/apply-overlay.mjs").Overlay} */
  const overlay = parse(text);
  let [before, after] = [stored, newer];
  /** @type {string[]} */
  const broken = [];
  for (const action of overlay.actions) {
    const one = { overlay: overlay.overlay, actions: [action] };
    before = applyOverlay(before, one);
    try {
      after = applyOverlay(after, one);
    } catch {
      broken.push(`overlay.yaml, ${action.target}: the correction no longer fits: ${action.description?.trim()}`);
    }
  }
  return broken;
}

/**
 * Finds the code that names a field of a provider's: its client's own files, and its mapping.
 *
 * @param {string} root
 * @param {string} provider
 * @returns {Promise<(field: string) => string[]>}
 */
async function fieldReaders(root, provider) {
  const sources = (await readPackages(root)).flatMap(({ folder, texts }) =>
    [...texts].flatMap(([file, text]) => {
      const isOwn = folder === provider && !file.startsWith("src/generated/") && file !== "src/paths.ts";
      const isMapping = folder !== provider && file.startsWith("src/") && file.includes(provider);
      const isCode = file.endsWith(".ts") && !file.includes(".test.") && !file.includes("__fixtures__");
      return isCode && (isOwn || isMapping) && folder !== "sandbox" && folder !== "benchmarks"
        ? [{ path: `packages/${folder}/${file}`, text }]
        : [];
    }),
  );
  return (field) => sources.filter(({ text }) => new RegExp(`\\b${field}\\b`).test(text)).map(({ path }) => path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const [provider = "", file] = process.argv.slice(2);
  try {
    const providers = await findProviders(root);
    if (!providers.includes(provider) || file === undefined)
      throw new Error(`pnpm specs:diff <provider> <newer document>; the providers are ${providers.join(", ")}`);
    const { lines, breaks } = await diffDocument(root, provider, await readFile(file, "utf8"));
    console.log(lines.join("\n"));
    if (breaks) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
