// @ts-check
// Prints what the clients weigh, cost and run on, measured here and now, beside the packages that others publish for the
// same providers. Needs scripts/install-programs.mjs to have run.
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linkPackages } from "./programs/check-types.mjs";
import { installPackedClients, serveDocuments } from "./programs/packed-clients.mjs";
import { runOn } from "./programs/run-on.mjs";
import { succeed } from "./programs/run-program.mjs";
import { compilerPackages, runtimePackages } from "./programs/runtimes.mjs";
import { measureTypeCosts } from "./programs/type-cost.mjs";
import { inKilobytes, limit, measureSizes } from "./sizes/measure-sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const peers = ["@flexprice/sdk@2.0.1", "wavespeed@0.3.2"];

const folder = await mkdtemp(join(tmpdir(), "spendbook-show-"));
try {
  console.table(await describeClients(join(folder)));
  console.table(await describePeers());
} finally {
  await rm(folder, { recursive: true });
}

/** @param {string} work An empty folder. */
async function describeClients(work) {
  const { cwd, packed } = await installPackedClients(root, work);
  await linkPackages(root, work);
  await writeFile(join(work, "package.json"), JSON.stringify({ type: "module" }));
  /** @type {Record<string, Record<string, string | number>>} */
  const table = {};
  const sizes = await measureSizes(root);
  const fileOf = (/** @type {string} */ name) => `${name}.ts`;
  for (const { folder: name } of sizes) await writeFile(join(work, fileOf(name)), await programOf(name));
  const files = sizes.map(({ folder: name }) => fileOf(name));
  const costs = await measureTypeCosts(tsc, work, files, { runs: 7 });
  for (const { folder: name, minified, gzip, brotli } of sizes) {
    const one = packed.find((each) => each.name === `@spendbook/${name}`);
    const cost = costs.get(fileOf(name));
    table[`@spendbook/${name}`] = {
      "bundled kB": inKilobytes(minified),
      "gzip kB": inKilobytes(gzip),
      [`Brotli kB, at most ${inKilobytes(limit)}`]: inKilobytes(brotli),
      "packed kB": inKilobytes((await stat(one?.tarball ?? "")).size),
      files: one?.files.length ?? 0,
      "tsc s more, under 0.1": cost?.seconds.toFixed(2) ?? "",
      "tsc instantiations more": cost?.instantiations ?? 0,
    };
  }
  const documents = await serveDocuments(root);
  try {
    /** @type {string[]} */
    const told = [];
    for (const run of Object.values(runOn)) told.push(JSON.stringify(await run({ cwd, urls: documents.urls })));
    if (new Set(told).size !== 1) throw new Error(`the runtimes differ: ${told.join("\n")}`);
  } finally {
    await documents.stop();
  }
  const versions = Object.entries(runtimePackages).map(([name, spec]) => `${name} ${spec.split("@").at(-1)}`);
  const chromium = (await succeed("chromium", ["--version"], { cwd })).trim();
  console.log(`The packed clients told the same on ${[...versions, chromium].join(", ")}.`);
  const compilers = Object.values(compilerPackages).map((spec) => spec.split("@").at(-1));
  console.log(`Their types are checked by TypeScript ${compilers.join(", ")}: scripts/client-types.program.test.mjs.`);
  return table;
}

/**
 * What a user writes: the examples of a provider's README. What they share is only imported.
 *
 * @param {string} name
 */
async function programOf(name) {
  if (name === "client-core") return `import * as core from "@spendbook/${name}";\nconsole.log(core);\n`;
  const readme = await readFile(join(root, "packages", name, "README.md"), "utf8");
  const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
  return ["declare const process: { env: Record<string, string | undefined> };", ...examples].join("\n");
}

async function describePeers() {
  /** @type {Record<string, Record<string, string | number>>} */
  const table = {};
  for (const spec of peers) {
    const printed = await succeed("npm", ["pack", spec, "--json", "--pack-destination", folder], { cwd: folder });
    const all = JSON.parse(printed);
    const [{ size, unpackedSize, entryCount }] = Array.isArray(all) ? all : Object.values(all);
    table[spec] = { "packed kB": inKilobytes(size), "unpacked kB": inKilobytes(unpackedSize), files: entryCount };
  }
  return table;
}
