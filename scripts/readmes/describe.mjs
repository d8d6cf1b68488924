// @ts-check
import { inKilobytes, limit } from "../sizes/measure-sizes.mjs";

/** @param {import("../sizes/measure-sizes.mjs").Size} size */
export function describeSize({ folder, minified, gzip, brotli }) {
  const whole = folder === "client-core" ? "with openapi-fetch" : "with client-core and openapi-fetch";
  return table([
    [`bundled ${whole}, minified`, "gzip", `Brotli (at most ${inKilobytes(limit)} kB)`],
    [minified, gzip, brotli].map((bytes) => `${inKilobytes(bytes)} kB`),
  ]);
}

/**
 * Where the types come from, and when that was read.
 *
 * @param {string} folder
 * @param {import("../generate/read-document.mjs").DocumentRecord} record
 */
export function describeSource(folder, { author, sourceUrl, retrieved, providerVersion }) {
  const links = sourceUrl.map((url) => `<${url}>`).join(" and ");
  const version = providerVersion === null ? "" : `, version ${providerVersion}`;
  const stored = `https://github.com/spendbook/spendbook/tree/main/specs/${folder}`;
  return [
    author === "provider"
      ? `The types are generated from the provider's document: ${links}${version}, taken on ${retrieved}.`
      : `The types are written after the provider's pages: ${links}, read on ${retrieved}.`,
    `The stored document, what was corrected, and the evidence for each quirk: [specs/${folder}](${stored}).`,
  ].join("\n");
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
