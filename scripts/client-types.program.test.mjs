import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";
import { programsFolder } from "./install-programs.mjs";
import { installPackedClients } from "./programs/packed-clients.mjs";
import { compilerPackages } from "./programs/runtimes.mjs";
import { compile, measureTypeCosts, resolutionsOf } from "./programs/type-cost.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const providers = (await readPackages(root)).filter(isProvider).map(({ folder, texts }) => {
  const blocks = (texts.get("README.md") ?? "").matchAll(/^```ts\n(.*?)^```/gms);
  return { name: folder, file: `${folder}.ts`, text: [...blocks].map(([, code]) => code).join("\n") };
});
const files = providers.map(({ file }) => file);
const required = `import { createNeevCloudClient } from "@spendbook/neevcloud";
export const client: import("@spendbook/neevcloud").NeevCloudClient = createNeevCloudClient({ apiKey: "key_1" });
`;

/** @type {string} */
let folder;
/** Where the tarballs are installed. @type {string} */
let cwd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-types-"));
  ({ cwd } = await installPackedClients(root, folder));
  // Without Node's types, whose process the examples ask for the key.
  const declared = "declare const process: { env: Record<string, string | undefined> };\n";
  for (const { name, file, text } of providers) {
    await writeFile(join(cwd, file), `${declared}${text}`);
    await writeFile(join(cwd, `${name}-node.ts`), text);
  }
  const wrong = providers[0]?.text.replace(/row\.(\w+)/, "row.no_such_field");
  await writeFile(join(cwd, "wrong-node.ts"), wrong ?? "");
  await writeFile(join(cwd, "required.cts"), required);
});
afterAll(() => rm(folder, { recursive: true }));

const compilers = Object.keys(compilerPackages).map((name) => ({ name, version: Number(name.split("-")[1]) }));

describe.concurrent.each(compilers)("$name", ({ name, version }) => {
  const compiler = join(programsFolder, "node_modules", name, "bin/tsc");

  test.each(resolutionsOf(version))(
    "finds nothing wrong with the packed clients, declarations included, by $moduleResolution",
    async (options) => {
      expect(await compile(compiler, cwd, files, options)).toEqual([]);
    },
  );

  test("finds nothing wrong with them where Node's types are, but what is wrong in a program", async () => {
    const typeRoots = [join(root, "node_modules/@types")];
    // CommonJS can require what is ESM from TypeScript 5.8 on, as from Node 20.19 on.
    const commonJs = version < 5.8 ? [] : ["required.cts"];
    const programs = [...providers.map((each) => `${each.name}-node.ts`), ...commonJs, "wrong-node.ts"];
    const options = { types: ["node"], typeRoots, lib: ["es2023"], skipLibCheck: true };
    expect(await compile(compiler, cwd, programs, options)).toEqual([
      expect.stringMatching(/^wrong-node\.ts.*no_such_field/),
    ]);
  });
});

test("the types of a client ask little of the compiler", async () => {
  const costs = await measureTypeCosts(tsc, cwd, files, { runs: 1 });
  expect([...costs.keys()]).toEqual(files);
  for (const { types, instantiations } of costs.values()) {
    // What the compiler does is the same on every machine; how long that takes is measured by show-clients.mjs. openapi-fetch's
    // own types are 160 000 instantiations and half a second.
    expect(instantiations).toBeLessThan(8_000);
    expect(types).toBeLessThan(3_000);
    expect(instantiations).toBeGreaterThan(100);
  }
});
