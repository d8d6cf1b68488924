import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { blockIn, isSame, replaceBlock } from "./readmes/blocks.mjs";
import { describeSize, describeSource } from "./readmes/describe.mjs";
import { writeReadmes } from "./readmes.mjs";
import { limit, measureSizes } from "./sizes/measure-sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const size = { folder: "neevcloud", minified: 13_240, gzip: 5_685, brotli: 5_128 };
const readme = "# A\n\n<!-- size: written by pnpm readmes -->\n\nold\n\n<!-- /size -->\n\n## B\n";

test("every client weighs at most 6 kB with all it needs, and its README says what it weighs", async () => {
  expect(await writeReadmes(root, { check: true })).toEqual({ drifted: [], tooLarge: [] });
  const sizes = await measureSizes(root);
  expect(sizes.length).toBeGreaterThanOrEqual(6);
  expect(limit).toBe(6000);
  for (const { brotli, gzip, minified } of sizes) {
    expect(brotli).toBeGreaterThan(3000);
    expect([brotli, gzip, minified].toSorted((a, b) => a - b)).toEqual([brotli, gzip, minified]);
  }
});

test("a block is written between its marks, and nothing else changes", () => {
  const written = replaceBlock(readme, "size", describeSize(size), "README.md");
  expect(blockIn(written, "size")).toBe(describeSize(size));
  expect(written.replace(describeSize(size), "old")).toBe(readme);
  expect(() => replaceBlock("# A\n", "size", "", "README.md")).toThrow("README.md has no block size");
});

test.each([
  ["another size", { brotli: 5_400 }, false],
  ["some bytes more, as another version of Node compresses", { brotli: 5_160 }, true],
])("a table with %s is told apart from the measured one: %j is the same, %s", (_, change, same) => {
  expect(isSame(describeSize({ ...size, ...change }), describeSize(size))).toBe(same);
});

test("a table that is missing, empty or of another package is not the measured one", () => {
  expect(isSame(null, describeSize(size))).toBe(false);
  expect(isSame("", describeSize(size))).toBe(false);
  expect(isSame(describeSize({ ...size, folder: "client-core" }), describeSize(size))).toBe(false);
});

test("a document's address, version and date stand in its README, and another date is told apart", () => {
  /** @type {import("./generate/read-document.mjs").DocumentRecord} */
  const record = {
    ...{ file: "openapi.json", author: "provider", generate: true, sha256: "", quirks: [], operations: [] },
    ...{ sourceUrl: ["https://a.example/x"], retrieved: "2026-11-21", providerVersion: "1.0", addedOperations: [] },
  };
  const text = describeSource("neevcloud", record);
  expect(text).toContain("<https://a.example/x>, version 1.0, taken on 2026-11-21");
  expect(isSame(text, describeSource("neevcloud", { ...record, retrieved: "2026-11-22" }))).toBe(false);
});
