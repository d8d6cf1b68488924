import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as normalizer from "./index.js";

it("prints what the README says when its example runs", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, output = ""] = /It prints\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const printed: string[] = [];
  const body = code.replace(/import (\{[^}]+\}) from "@spendbook\/normalizer";/, "const $1 = normalizer;");
  const run = new Function("normalizer", "console", body);
  run(normalizer, { log: (...words: unknown[]) => printed.push(`${words.join(" ")}\n`) });
  expect(printed.join("")).toBe(output);
});
