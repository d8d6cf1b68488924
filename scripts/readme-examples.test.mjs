import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseConfig } from "../packages/spendbook/dist/config/parse-config.js";
import { readPackages } from "./check-packages/read-packages.mjs";
import { checkTypes, linkPackages } from "./programs/check-types.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} text @param {string} language */
const blocks = (text, language) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, code = ""]) => code);

/** A README's examples are one program, the later ones going on from the earlier. */
const examples = (await readPackages(root)).flatMap(({ folder, texts }) => {
  const code = blocks(texts.get("README.md") ?? "", "ts");
  return code.length === 0 ? [] : [{ name: folder, text: code.join("\n") }];
});

const brokenExample = (examples.find(({ name }) => name === "neevcloud")?.text ?? "").replace(
  "row.amount_micro_dollars",
  "row.amount",
);

/** @type {string} */
let folder;
/** @type {string[]} */
let problems;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-readme-"));
  await linkPackages(root, folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  // What client-core's example imports: the types of the document that it tells of.
  const row = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
  const properties = { charges: { type: "array", items: row }, total: { type: "integer" } };
  const schema = { type: "object", required: ["charges", "total"], properties };
  const parameters = [{ name: "offset", in: "query", schema: { type: "integer" } }];
  const responses = { 200: { description: "A page", content: { "application/json": { schema } } } };
  const info = { title: "Acme", version: "1" };
  const document = { openapi: "3.1.0", info, paths: { "/charges": { get: { parameters, responses } } } };
  const types = await openapiTS(/** @type {import("openapi-typescript").OpenAPI3} */ (document));
  await writeFile(join(folder, "openapi.ts"), astToString(types));
  const programs = [...examples, { name: "broken", text: brokenExample }];
  for (const { name, text } of programs) await writeFile(join(folder, `${name}.ts`), `${text}\nexport {};\n`);
  // One run for all of them: most of its time goes into reading what they have in common.
  const files = programs.map(({ name }) => `${name}.ts`);
  problems = checkTypes(folder, files);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test("the packages that programs are written with have an example", () => {
  const named = examples.map(({ name }) => name);
  const expected = ["client-core", "flexprice", "ledger", "neevcloud", "prime-intellect", "wavespeed"];
  expect(named).toEqual(expect.arrayContaining(expected));
});

test.each(examples)("the example in the README of $name fits the types of the packages", ({ name }) => {
  expect(problems.filter((problem) => problem.startsWith(`${name}.ts:`))).toEqual([]);
});

test("an example that asks for a field there is not is caught, and nothing else is wrong", () => {
  expect(problems.filter((problem) => !examples.some(({ name }) => problem.startsWith(`${name}.ts:`)))).toEqual([
    expect.stringMatching(/^broken\.ts:\d+: Property 'amount' does not exist on type/),
  ]);
});

test("the configuration in the README is one that the command takes", async () => {
  const [text = "", ...more] = blocks(await readFile(join(root, "README.md"), "utf8"), "json");
  expect(more).toEqual([]);
  const { accounts } = parseConfig(text, "README.md");
  expect(accounts.map(({ provider }) => provider)).toEqual([
    "prime-intellect",
    "neevcloud",
    "flexprice",
    "wavespeed",
    "runpod",
  ]);
  expect(() => parseConfig(text.replace("env:PRIME_API_KEY", "sk-1"), "README.md")).toThrow(/accounts\[0\]\.apiKey/);
});
