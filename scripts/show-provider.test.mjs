import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findProviders } from "./generate/read-document.mjs";
import { countProvider } from "./show-provider.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const providers = await findProviders(root);

test.each(providers)("every part of %s is found, and has lines", async (provider) => {
  const counts = new Map((await countProvider(root, provider)).map(([part, lines]) => [part, lines]));
  for (const part of [
    "document: overlay and record",
    "client: code",
    "client: tests",
    "mapping: code",
    "mapping: tests",
  ])
    expect([part, (counts.get(part) ?? 0) > 10]).toEqual([part, true]);
  for (const part of ["feed: code", "sandbox: code", "in files of all: lines that name it"])
    expect([part, (counts.get(part) ?? 0) > 10]).toEqual([part, true]);
});

test("a part's lines are those of its files", async () => {
  const counts = new Map((await countProvider(root, "runpod")).map(([part, lines, files]) => [part, [lines, files]]));
  const document = await readFile(join(root, "specs/runpod/openapi.json"), "utf8");
  expect(counts.get("document: the provider's, cut down")).toEqual([document.match(/\n/g)?.length, 1]);
  const feed = await readFile(join(root, "packages/spendbook/src/collect/runpod-feed.ts"), "utf8");
  expect(counts.get("feed: code")).toEqual([feed.match(/\n/g)?.length, 1]);
});

test("a provider that there is not has no line", async () => {
  expect((await countProvider(root, ["nowhere", "cloud"].join("-"))).every(([, lines]) => lines === 0)).toBe(true);
});
