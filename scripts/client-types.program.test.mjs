import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";
import { programsFolder } from "./install-programs.mjs";
import { linkPackages } from "./programs/check-types.mjs";
import { compilerPackages } from "./programs/runtimes.mjs";
import { compile, measureTypeCosts } from "./programs/type-cost.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const providers = (await readPackages(root)).filter(isProvider).map(({ folder, texts }) => {
  const blocks = (texts.get("README.md") ?? "").matchAll(/^```ts\n(.*?)^```/gms);
  return { name: folder, file: `${folder}.ts`, text: [...blocks].map(([, code]) => code).join("\n") };
});

/** @type {string} */
let folder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-types-"));
  await linkPackages(root, folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  // Without Node's types, whose process the examples ask for the key.
  const declared = "declare const process: { env: Record<string, string | undefined> };\n";
  for (const { name, file, text } of providers) {
    await writeFile(join(folder, file), `${declared}${text}`);
    await writeFile(join(folder, `${name}-node.ts`), text);
  }
  const wrong = providers[0]?.text.replace(/row\.(\w+)/, "row.no_such_field");
  await writeFile(join(folder, "wrong.ts"), `${declared}${wrong}`);
});
afterAll(() => rm(folder, { recursive: true }));

const resolutions = [
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

describe.each(Object.keys(compilerPackages))("%s", (name) => {
  const compiler = join(programsFolder, "node_modules", name, "bin/tsc");
  const files = providers.map(({ file }) => file);

  test.each(resolutions)(
    "finds nothing wrong with the clients, declarations included, by $moduleResolution",
    async (options) => {
      expect(await compile(compiler, folder, files, options)).toEqual([]);
    },
  );

  test("finds nothing wrong with them where Node's types are, and what is wrong in a program", async () => {
    const typeRoots = [join(folder, "node_modules/@types")];
    const nodeFiles = providers.map((each) => `${each.name}-node.ts`);
    const options = { types: ["node"], typeRoots, lib: ["es2023"], skipLibCheck: true };
    expect(await compile(compiler, folder, nodeFiles, options)).toEqual([]);
    const [problem] = await compile(compiler, folder, ["wrong.ts"], { skipLibCheck: true });
    expect(problem).toMatch(/wrong\.ts.*no_such_field/);
  });
});

test("the types of a client ask little of the compiler", async () => {
  const files = providers.map(({ file }) => file);
  const costs = await measureTypeCosts(tsc, folder, files, { runs: 1 });
  expect([...costs.keys()]).toEqual(files);
  for (const { types, instantiations } of costs.values()) {
    // What the compiler does is the same on every machine; how long that takes is measured by show-clients.mjs. openapi-fetch's
    // own types are 160 000 instantiations and half a second.
    expect(instantiations).toBeLessThan(8_000);
    expect(types).toBeLessThan(3_000);
    expect(instantiations).toBeGreaterThan(100);
  }
});
