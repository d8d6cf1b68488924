import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("the README's example runs, writes its files and prints what is said", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, output = ""] = /It prints\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "exporter-readme-"));
  try {
    const modules = join(folder, "node_modules", "@spendbook");
    mkdirSync(modules, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    symlinkSync(root, join(modules, "exporter"), "junction");
    symlinkSync(join(root, "..", "normalizer"), join(modules, "normalizer"), "junction");
    writeFileSync(join(folder, "example.js"), code);
    expect(execFileSync(process.execPath, ["example.js"], { cwd: folder, encoding: "utf8" })).toBe(output);
    const files = readdirSync(folder).filter((file) => file.includes("2026-10"));
    expect(files.sort()).toEqual(
      ["csv", "html", "json", "xlsx"].map((type) => `statement-2026-10.${type}`).concat("summary-2026-10.csv"),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
