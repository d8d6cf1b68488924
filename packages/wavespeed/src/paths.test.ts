import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse } from "yaml";

const document = readFileSync(new URL("../../../specs/wavespeed/openapi.yaml", import.meta.url), "utf8");
// The compiler writes every path with slashes.
const folder = dirname(fileURLToPath(import.meta.url)).replaceAll("\\", "/");

/** Compiles only where both have the same operations with the same queries, bodies and answers, down to each field. */
const comparison = `
import type { paths as Generated } from "./generated-from-document.js";
import type { paths as Written } from "./paths.js";

type Query<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type Body<O> = O extends { requestBody: { content: { "application/json": infer B } } } ? B : never;
type Answer<O> = O extends { responses: { 200: { content: { "application/json": infer A } } } } ? A : never;
type Operations<Item> = {
  [Method in keyof Item as Item[Method] extends { responses: unknown } ? Method : never]: {
    query: Query<Item[Method]>;
    body: Body<Item[Method]>;
    answer: Answer<Item[Method]>;
  };
};
type Surface<Paths> = { [Path in keyof Paths]: Operations<Paths[Path]> };

// The written types name the known values of open-ended texts, which the document leaves to its descriptions.
type Widened<T> = T extends string ? string : T extends object ? { [K in keyof T]: Widened<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

declare const written: Surface<Written>;
declare const generated: Surface<Generated>;
export const sameFields: Same<Widened<Surface<Written>>, Widened<Surface<Generated>>> = true;
export const closedTextsAreClosed: Surface<Generated> = written;
export const openTextsAreOpen: Surface<Written> = generated;
`;

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  lib: ["lib.es2022.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
};
let previous: ts.Program | undefined;

/** What the compiler says where the types written by hand are not those of a document. */
async function differences(document: string): Promise<string[]> {
  const described = parse(document) as OpenAPI3;
  // The generator takes an anyOf that only constrains a text for an unknown type.
  for (const schema of Object.values(described.components?.schemas ?? {})) if ("type" in schema) delete schema.anyOf;
  const texts = new Map([
    [`${folder}/generated-from-document.ts`, astToString(await openapiTS(described))],
    [`${folder}/comparison.ts`, comparison],
  ]);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  previous = ts.createProgram([`${folder}/comparison.ts`], options, host, previous);
  return ts
    .getPreEmitDiagnostics(previous)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the types written by hand are those of the document", async () => {
  expect(await differences(document)).toEqual([]);
});

test.each([
  ["another path", "/api/v3/balance:", "/api/v4/balance:"],
  ["another method", "    post:", "    get:"],
  ["another query parameter", "name: start_date", "name: from_date"],
  ["one more value of a closed text", "enum: [topup, usage]", "enum: [topup, usage, refund]"],
  ["a closed text opened", "enum: [created_at ASC, created_at DESC]", "minLength: 1"],
  [
    "an open text closed",
    "'`topup` or `usage`;",
    "'`topup` or `usage`'\n          enum: [topup, usage]\n          title: '",
  ],
  ["a filter of another name", "        model_uuid:\n          type", "        model:\n          type"],
  ["a field that is always there", "price, created_at]", "price, created_at, updated_at]"],
  ["a field that may be absent", "[page, page_size, total]", "[page, page_size]"],
  ["a field of another type", "ak_id:\n          type: integer", "ak_id:\n          type: string"],
  ["a field that is never null", "type: [object, 'null']", "type: object"],
])("a document with %s is told apart", async (_, old, replacement) => {
  const changed = document.replace(old, replacement);
  expect(changed).not.toBe(document);
  expect(await differences(changed)).not.toEqual([]);
});
