import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";
import { readDocument } from "./generate/read-document.mjs";
import { findDeepImports } from "./programs/deep-imports.mjs";
import { installPackedClients, serveDocuments } from "./programs/packed-clients.mjs";
import { runOn } from "./programs/run-on.mjs";
import { succeed } from "./programs/run-program.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The examples of each provider's README, as one program. */
const examples = (await readPackages(root)).filter(isProvider).map(({ folder, texts }) => {
  const blocks = (texts.get("README.md") ?? "").matchAll(/^```ts\n(.*?)^```/gms);
  return { provider: folder, text: [...blocks].map(([, code]) => code).join("\n") };
});

/** @type {string} */
let folder;
/** @type {string} */
let cwd;
/** @type {import("./programs/pack-packages.mjs").PackedPackage[]} */
let packed;
/** @type {Awaited<ReturnType<typeof serveDocuments>>} */
let documents;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-runtimes-"));
  ({ cwd, packed } = await installPackedClients(root, folder));
  documents = await serveDocuments(root);
});
afterAll(async () => {
  await documents.stop();
  await rm(folder, { recursive: true });
});

test.each(Object.entries(runOn))(
  "the packed clients run on %s against servers made of the documents",
  async (_, run) => {
    expect(await run({ cwd, urls: documents.urls })).toEqual({
      prime: 0,
      primeRows: ["string"],
      neevcloud: "string",
      neevcloudRows: [-9007199254740991],
      flexprice: "string",
      flexpriceRows: ["string"],
      runpodRows: [["string", -Number.MAX_VALUE]],
      wavespeed: 156.78,
      wavespeedRows: [0.04, 0.04, 0.04, 0.04, 0.04],
      accountRows: 150,
      notFound: "not_found",
      attempts: [["GET", "/api/v1/orgs/{org_id}/wallets", 404, "not_found"]],
      inexact: "inexact_number at $.balance_micro_dollars",
      retried: 7,
      aborted: "aborted",
      unreachable: "connection_failed",
      refused: "invalid_base_url",
    });
  },
);

test("nothing of the clients can be imported but their indexes, which CommonJS can require too", async () => {
  expect(packed.flatMap(({ files }) => files).length).toBeGreaterThan(50);
  expect(await findDeepImports(cwd, packed)).toEqual([]);
  const program = `console.log(${JSON.stringify(packed.map(({ name }) => name))}.map((name) => typeof require(name)).join())`;
  const printed = await succeed(process.execPath, ["--no-warnings", "--input-type=commonjs", "-e", program], { cwd });
  expect(printed.trim()).toBe(packed.map(() => "object").join());
});

test.each(examples)("the examples in the README of $provider run, and print rows", async ({ provider, text }) => {
  const { overlaid } = await readDocument(root, provider);
  const servers = /** @type {{ servers: { url: string }[] }} */ (/** @type {unknown} */ (overlaid)).servers;
  // What the examples ask the provider for is asked of the server on loopback.
  const redirect = `const { fetch } = globalThis;
    globalThis.fetch = (url, init) => {
      const address = ${JSON.stringify(servers.map(({ url }) => url))}.find((each) => url.startsWith(each));
      if (address === undefined) throw new Error("the example asks for " + url);
      return fetch(${JSON.stringify(documents.urls[provider])} + url.slice(address.length), init);
    };`;
  await writeFile(join(cwd, "redirect.mjs"), redirect);
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  await writeFile(join(cwd, `${provider}.mjs`), ts.transpileModule(text, { compilerOptions }).outputText);
  const keys = ["PRIME_API_KEY", "NEEV_API_TOKEN", "FLEXPRICE_API_KEY", "RUNPOD_API_KEY", "WAVESPEED_API_KEY"];
  const env = { ...process.env, ...Object.fromEntries(keys.map((name) => [name, "key_1"])) };
  const printed = await succeed(process.execPath, ["--import", "./redirect.mjs", `${provider}.mjs`], { cwd, env });
  // What the documents' servers answer: a made-up text, an example's price, the smallest exact number.
  expect(printed).toMatch(/string|0\.04|-9007199254740991/);
});
