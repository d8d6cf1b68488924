import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPackages } from "./check-packages/read-packages.mjs";
import { findProgram } from "./install-programs.mjs";
import { packPackages } from "./programs/pack-packages.mjs";
import { runProgram, succeed } from "./programs/run-program.mjs";
import { findUndeclaredImports } from "./programs/undeclared-imports.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const names = (await readPackages(root)).flatMap(({ manifest }) => (manifest.private ? [] : [String(manifest.name)]));
const publint = await findProgram("publint", "publint");
const attw = await findProgram("@arethetypeswrong/cli", "attw");

/** @type {string} */
let folder;
/** @type {Map<string, import("./programs/pack-packages.mjs").PackedPackage>} */
let packed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-packed-"));
  packed = new Map((await packPackages(root, folder)).map((one) => [one.name, one]));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a tarball carries beside its code. @type {Readonly<Record<string, readonly string[]>>} */
const shippedFiles = {
  "@spendbook/exporter": ["sql/statement-totals.sql"],
  spendbook: ["LIMITS.md", "spendbook.config.schema.json", "spendbook.mapping.schema.json"],
};

/** @param {string} name */
function get(name) {
  const one = packed.get(name);
  if (one === undefined) throw new Error(`${name} was not packed`);
  return one;
}

/** @param {string} tarball */
const lintPackage = (tarball) => runProgram(process.execPath, [publint, "run", tarball, "--strict"], { cwd: folder });

/** @param {string} tarball */
const lintTypes = (tarball) =>
  runProgram(process.execPath, [attw, "--profile", "esm-only", "--format", "json", tarball], { cwd: folder });

test("all that is published is packed", () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
  expect([...packed.keys()]).toEqual(names);
});

describe.each(names)("the tarball of %s", (name) => {
  test("has the compiled code with its types, a README, a licence, what its manifest names, and nothing else", () => {
    const { files } = get(name);
    const compiled = files.filter((file) => file.startsWith("dist/"));
    const named = ["LICENSE", "README.md", "package.json", ...(shippedFiles[name] ?? [])];
    expect(files.filter((file) => !file.startsWith("dist/")).sort()).toEqual(named.sort());
    expect(compiled.filter((file) => !/(\.js|\.d\.ts|\/THIRD-PARTY-LICENSES\.txt)$/.test(file))).toEqual([]);
    expect(compiled.filter((file) => /\.(test|program)\b|__fixtures__|\btests?\//.test(file))).toEqual([]);
    const untyped = compiled.filter((file) => file.endsWith(".js") && !files.includes(file.replace(/js$/, "d.ts")));
    const bundled = /^dist\/(vendor\/.*|html\/report-assets\.js)$/;
    expect(untyped.filter((file) => !bundled.test(file))).toEqual([]);
    expect(compiled.length).toBeGreaterThan(1);
  });

  test("has a manifest that stands without the workspace", () => {
    const { manifest } = get(name);
    expect(JSON.stringify(manifest)).not.toMatch(/"(workspace|catalog|file|link):/);
    expect(manifest).toMatchObject({
      ...{ name, license: "MIT", type: "module", sideEffects: false, engines: { node: ">=20.19" } },
      repository: { url: "git+https://github.com/spendbook/spendbook.git" },
      publishConfig: { access: "public", provenance: true },
    });
    expect(manifest.repository).toHaveProperty("directory", `packages/${name.replace("@spendbook/", "")}`);
    const [first] = Object.keys(Object(Object(manifest.exports)["."]));
    expect(first ?? "types", "the first condition of the exports").toBe("types");
    for (const script of ["preinstall", "install", "postinstall"]) expect(manifest.scripts).not.toHaveProperty(script);
  });

  test("imports nothing, not even a type, that its manifest does not ask for", async () => {
    expect(await findUndeclaredImports(get(name))).toEqual([]);
  });

  test("is right for publint, warnings included", async () => {
    const { code, stdout } = await lintPackage(get(name).tarball);
    expect(stdout).toContain("All good!");
    expect(code).toBe(0);
  });

  test("has types that fit its code wherever ESM is resolved", async () => {
    const { code, stdout } = await lintTypes(get(name).tarball);
    expect(JSON.parse(stdout).analysis).toMatchObject({ packageName: name });
    expect(code, stdout).toBe(0);
  });
});

test("an import that the manifest does not ask for is caught, a type's too", async () => {
  const one = get("@spendbook/neevcloud");
  const manifest = { ...one.manifest, dependencies: {}, devDependencies: one.manifest.dependencies ?? {} };
  expect(await findUndeclaredImports({ ...one, manifest })).toEqual(["@spendbook/client-core"]);
});

test("publint and attw tell that a file is missing, and types that are there only for CommonJS", async () => {
  const { folder: source, manifest } = get("@spendbook/neevcloud");
  const broken = join(folder, "broken");
  await cp(source, broken, { recursive: true });
  await writeFile(join(broken, "dist/index.d.cts"), "export {};\n");
  const exports = { ".": { types: "./dist/index.d.cts", default: "./dist/index.js" }, "./gone": "./dist/gone.js" };
  await writeFile(join(broken, "package.json"), JSON.stringify({ ...manifest, name: "broken", exports }));
  await succeed("npm", ["pack", "--pack-destination", folder], { cwd: broken });
  const tarball = join(folder, `broken-${manifest.version}.tgz`);
  const [publintFound, attwFound] = await Promise.all([lintPackage(tarball), lintTypes(tarball)]);
  expect(publintFound).toMatchObject({ code: 1, stdout: expect.stringContaining("./dist/gone.js") });
  expect(attwFound.code).toBe(1);
  expect(Object.keys(JSON.parse(attwFound.stdout).problems)).toContain("FalseCJS");
});
