import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";
import { checkPackages } from "./check-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const providers = (await readPackages(root)).filter(isProvider).map(({ folder }) => folder);

/** @type {string} */
let copy;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "spendbook-packages-"));
  for (const path of [
    "package.json",
    "LICENSE",
    ...["client-core", ...providers].map((folder) => `packages/${folder}`),
  ])
    await cp(join(root, path), join(copy, path), {
      recursive: true,
      filter: (source) => !["node_modules", "dist"].includes(basename(source)),
    });
});

afterEach(() => rm(copy, { recursive: true }));

/** @typedef {(text: string) => string} Edit */

/** @param {string} path @param {Edit} edit */
async function change(path, edit) {
  const file = join(copy, path);
  const before = await readFile(file, "utf8").catch(() => "");
  const after = edit(before);
  expect(after).not.toBe(before);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, after);
}

/** @param {string} path @param {(manifest: import("./check-packages/read-packages.mjs").Manifest) => void} edit */
const changeManifest = (path, edit) =>
  change(`${path}/package.json`, (text) => {
    const manifest = JSON.parse(text);
    edit(manifest);
    return JSON.stringify(manifest);
  });

/** @param {string} old @param {string} replacement @returns {Edit} */
const replace = (old, replacement) => (text) => text.replace(old, replacement);

test("the shared client and the providers have their common shape", async () => {
  expect(providers.length).toBeGreaterThanOrEqual(5);
  expect(await checkPackages(copy)).toEqual([]);
});

test.each([
  ["README.md", "README.md is missing"],
  ["LICENSE", "LICENSE is missing or differs from the root's; copy that"],
  ["tsconfig.json", "tsconfig.json is missing"],
  ["src/create-neevcloud-client.ts", "src/create-neevcloud-client.ts is missing"],
  ["src/create-neevcloud-client.test.ts", "src/create-neevcloud-client.test.ts is missing"],
  ["src/list-transactions.ts", "no list is there: src/list-<rows>.ts"],
  ["src/generated", "its types come from one of src/generated/openapi.ts (generated) and src/paths.ts (by hand)"],
])("a provider without %s is caught", async (file, problem) => {
  await rm(join(copy, "packages/neevcloud", file), { recursive: true });
  expect(await checkPackages(copy)).toContain(`packages/neevcloud: ${problem}`);
});

test.each([
  "AttemptEvent",
  "CallOptions",
  "ClientError",
  "ClientErrorCode",
  "NeevCloudClient",
  "NeevCloudClientOptions",
  "PagedList",
  "RetryOptions",
  "components",
  "isClientError",
  "paths",
])("a provider that does not export %s is caught", async (name) => {
  await change("packages/neevcloud/src/index.ts", (text) => text.replace(new RegExp(`\\b${name}\\b`), "Unknown"));
  expect(await checkPackages(copy)).toEqual([`packages/neevcloud: src/index.ts does not export ${name}`]);
});

test("a client that is created under another name is caught", async () => {
  await change("packages/prime-intellect/src/index.ts", replace("createPrimeIntellectClient", "createPrimeClient"));
  expect(await checkPackages(copy)).toEqual([
    "packages/prime-intellect: src/index.ts does not export create<Provider>Client, by the name primeintellect",
  ]);
});

test.each([
  ["one less", replace("## Quirks\n", "")],
  ["one more", replace("## Errors", "## Example\n\n## Errors")],
  [
    "another order",
    (/** @type {string} */ text) =>
      text.replace("## Errors", "## X").replace("## Options", "## Errors").replace("## X", "## Options"),
  ],
  ["a heading of another level", replace("## Amounts", "### Amounts")],
])("a provider's README with %s among its headings is caught", async (_, edit) => {
  await change("packages/wavespeed/README.md", edit);
  const expected = '; write ["## Operations","## Paging","## Options",';
  expect(await checkPackages(copy)).toEqual([
    expect.stringMatching(/^packages\/wavespeed: README\.md has the headings /),
  ]);
  expect((await checkPackages(copy))[0]).toContain(expected);
});

test("a README that begins otherwise is caught, and a comment in its code is no heading", async () => {
  await change("packages/client-core/README.md", replace("```sh\n", "```sh\n# with npm\n"));
  expect(await checkPackages(copy)).toEqual([]);
  await change("packages/client-core/README.md", replace("# @spendbook/client-core", "# Client core"));
  expect(await checkPackages(copy)).toEqual([
    'packages/client-core: README.md does not begin with the heading "# @spendbook/client-core"',
  ]);
});

test.each([
  ["name", "@spendbook/neev", '"@spendbook/neevcloud"'],
  ["license", undefined, '"MIT"'],
  ["type", "commonjs", '"module"'],
  ["sideEffects", true, "false"],
  ["engines", { node: ">=18" }, '{"node":">=20.19"}'],
  [
    "repository",
    { type: "git", url: "git+https://github.com/spendbook/spendbook.git", directory: "packages/flexprice" },
    '{"type":"git","url":"git+https://github.com/spendbook/spendbook.git","directory":"packages/neevcloud"}',
  ],
  ["publishConfig", { access: "public" }, '{"access":"public","provenance":true}'],
  ["files", ["dist", "src"], '["dist"]'],
  ["scripts", {}, '{"build":"tsc"}'],
  ["dependencies", {}, '{"@spendbook/client-core":"workspace:^"}'],
])("a provider's manifest with another %s is caught", async (field, value, expected) => {
  await changeManifest("packages/neevcloud", (manifest) => {
    manifest[field] = value;
  });
  expect(await checkPackages(copy)).toContain(
    `packages/neevcloud: package.json: ${field} is ${JSON.stringify(value)}; write ${expected}`,
  );
});

test.each([
  ["description", "packages/client-core: package.json: description is missing"],
  ["keywords", "packages/client-core: package.json: keywords are missing"],
  ["files", 'packages/client-core: package.json: files lacks "dist"'],
  ["exports", "packages/client-core: package.json: exports lacks ."],
])("a public package without %s is caught", async (field, problem) => {
  await changeManifest("packages/client-core", (manifest) => delete manifest[field]);
  expect(await checkPackages(copy)).toContain(problem);
});

test.each([
  [
    "the types last",
    { ".": { default: "./dist/index.js", types: "./dist/index.d.ts" }, "./package.json": "./package.json" },
    "exports . has the conditions default, types; write types, then default",
  ],
  ["no manifest", { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } }, "exports lacks ./package.json"],
  [
    "everything",
    {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
      "./*": "./*",
    },
    "exports ./* opens more than is listed",
  ],
])("exports with %s are caught", async (_, exports, problem) => {
  await changeManifest("packages/client-core", (manifest) => {
    manifest.exports = exports;
  });
  expect(await checkPackages(copy)).toEqual([`packages/client-core: package.json: ${problem}`]);
});

test("a field that only one provider has is caught in the others", async () => {
  await changeManifest("packages/neevcloud", (manifest) => {
    manifest.homepage = "https://example.com";
  });
  expect(await checkPackages(copy)).toEqual(
    providers
      .filter((folder) => folder !== "neevcloud")
      .map((folder) => `packages/${folder}: package.json: homepage is missing, which packages/neevcloud has`),
  );
});

test("a private package needs no README, but a provider cannot hide by being private", async () => {
  const manifest = JSON.stringify({ name: "@spendbook/test-server", private: true });
  await change("packages/test-server/package.json", () => manifest);
  expect(await checkPackages(copy)).toEqual([]);
  await rm(join(copy, "packages/neevcloud/README.md"));
  await changeManifest("packages/neevcloud", (neevcloud) => {
    neevcloud.private = true;
  });
  expect(await checkPackages(copy)).toContain("packages/neevcloud: README.md is missing");
});

test.each(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])(
  "a provider that has another among its %s is caught",
  async (field) => {
    await changeManifest("packages/neevcloud", (manifest) => {
      manifest[field] = { .../** @type {object} */ (manifest[field] ?? {}), "@spendbook/flexprice": "workspace:^" };
    });
    expect(await checkPackages(copy)).toContain(
      "packages/neevcloud: package.json: it may not depend on @spendbook/flexprice",
    );
  },
);

test.each([
  'import { createFlexpriceClient } from "@spendbook/flexprice";',
  'import type { paths } from "@spendbook/flexprice";',
  'export * from "@spendbook/flexprice";',
  'export const later = () => import("@spendbook/flexprice");',
  'export type Paths = import("@spendbook/flexprice").paths;',
])("a provider that imports another is caught: %s", async (line) => {
  await change("packages/neevcloud/src/extra/deep.ts", () => line);
  expect(await checkPackages(copy)).toEqual([
    "packages/neevcloud: src/extra/deep.ts: it may not import @spendbook/flexprice",
  ]);
});

test("reaching into another package by a path is caught, in a test too", async () => {
  await change("packages/neevcloud/src/extra.test.ts", () => 'import "../../flexprice/src/definition.js";');
  expect(await checkPackages(copy)).toEqual([
    "packages/neevcloud: src/extra.test.ts: it may not reach into packages/flexprice/src/definition.js",
  ]);
});

test("the test server may be used in tests only", async () => {
  await change("packages/test-server/package.json", () =>
    JSON.stringify({ name: "@spendbook/test-server", private: true }),
  );
  await change("packages/neevcloud/src/extra.ts", () => 'import { serve } from "@spendbook/test-server";');
  expect(await checkPackages(copy)).toEqual([
    "packages/neevcloud: src/extra.ts: it may not import @spendbook/test-server",
  ]);
});

test("what may be used for its types is caught where it is used at run time", async () => {
  await change("packages/normalizer/package.json", () =>
    JSON.stringify({ name: "@spendbook/normalizer", private: true, devDependencies: { "@spendbook/flexprice": "*" } }),
  );
  await change("packages/normalizer/src/index.ts", () => 'import type { paths } from "@spendbook/flexprice";');
  expect(await checkPackages(copy)).toEqual([]);
  await change("packages/normalizer/src/index.ts", () => 'export { ClientError } from "@spendbook/flexprice";');
  expect(await checkPackages(copy)).toEqual([
    "packages/normalizer: src/index.ts: it may import only types from @spendbook/flexprice; write import type",
  ]);
});

test("the shared client may not know a provider, and a new package needs a decision", async () => {
  await changeManifest("packages/client-core", (manifest) => {
    manifest.dependencies = { ...manifest.dependencies, "@spendbook/wavespeed": "workspace:^" };
  });
  await change("packages/novelty/package.json", () => JSON.stringify({ name: "@spendbook/novelty", private: true }));
  expect(await checkPackages(copy)).toEqual([
    "packages/client-core: package.json: it may not depend on @spendbook/wavespeed",
    "packages/novelty: nobody decided what it may import; say so in scripts/check-packages/check-arrows.mjs",
  ]);
});

test("the command prints every problem on a line of its own and fails, or says that there is none", async () => {
  await cp(join(root, "scripts"), join(copy, "scripts"), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const run = () => promisify(execFile)(process.execPath, ["scripts/check-packages.mjs"], { cwd: copy });
  expect((await run()).stdout).toBe("The packages have their common shape.\n");
  await rm(join(copy, "packages/wavespeed/README.md"));
  await rm(join(copy, "packages/flexprice/LICENSE"));
  await expect(run()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /\npackages\/flexprice: LICENSE is missing.*\npackages\/wavespeed: README\.md is missing\n/,
    ),
  });
});
