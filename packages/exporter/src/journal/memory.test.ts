import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("memory stays flat: four times the lines take no more of it", () => {
  const script = fileURLToPath(new URL("../__fixtures__/measure-journal.mjs", import.meta.url));
  const megabytes = (rows: number) =>
    Number(execFileSync(process.execPath, [script, String(rows)], { encoding: "utf8" }));
  expect(megabytes(600_000) - megabytes(150_000)).toBeLessThan(60);
}, 60_000);
