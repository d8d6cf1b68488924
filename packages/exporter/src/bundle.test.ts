import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const vendor = (file: string) => readFileSync(new URL(`../dist/vendor/${file}`, import.meta.url), "utf8");

test("the bundled writer needs nothing but Node", () => {
  const required = [...vendor("workbook-writer.js").matchAll(/(?:\b__require\(|\bfrom |^import )"([^"]+)"/gm)];
  const names = new Set(required.map(([, name = ""]) => name.replace(/^node:/, "")));
  expect(names.size).toBeGreaterThan(3);
  for (const name of names) expect(builtinModules).toContain(name);
});

test("the licences of all that is bundled lie beside it", () => {
  const licences = vendor("THIRD-PARTY-LICENSES.txt").split(/\n-{80}\n\n/);
  expect(licences.map((each) => each.split("\n")[0])).toEqual(["exceljs 4.4.0", "yazl 3.3.1"]);
  for (const each of licences) expect(each).toMatch(/copyright[\s\S]+without warranty/i);
});

test("what is published asks only for its dependencies, Node, and what is bundled", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const allowed = new Set([...Object.keys(dependencies), ...builtinModules, "#workbook-writer", "#report-assets"]);
  const dist = fileURLToPath(new URL("../dist", import.meta.url));
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => /\.(js|d\.ts)$/.test(file));
  expect(files).toContain("index.js");
  for (const file of files.filter((each) => !each.startsWith("vendor"))) {
    const asked = [...readFileSync(join(dist, file), "utf8").matchAll(/\b(?:from |import\()"([^."][^"]*)"/g)];
    for (const [, name = ""] of asked) expect(allowed, file).toContain(name.replace(/^node:/, ""));
  }
});
