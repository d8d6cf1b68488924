import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("./__fixtures__/write-format.mjs", import.meta.url));

function write(format: string, rows: number, TZ = "UTC"): { hashes: string[]; held: { first: number; most: number } } {
  const env = { ...process.env, TZ };
  const words = ["--expose-gc", script, format, String(rows)];
  return JSON.parse(execFileSync(process.execPath, words, { env, encoding: "utf8" }));
}

// Rows for more than one row group.
test.each([
  ["focus-1.2", 1000],
  ["focus-1.4", 1000],
  ["parquet", 10_000],
])(
  "%s: the same input gives the same bytes, on two runs and in two time zones of the machine",
  (format, rows) => {
    const { hashes } = write(format, rows, "Pacific/Kiritimati");
    expect(hashes).toEqual([expect.stringMatching(new RegExp(`^${format}-2026-10.*\\.(csv|parquet) [0-9a-f]{64}$`))]);
    expect(write(format, rows, "Pacific/Kiritimati").hashes).toEqual(hashes);
    expect(write(format, rows, "America/Los_Angeles").hashes).toEqual(hashes);
    expect(write(format, rows - 1).hashes).not.toEqual(hashes);
  },
  60_000,
);

test.each(["focus-1.2", "parquet"])(
  "%s: memory stays flat: ten times the lines hold no more of it",
  (format) => {
    const { held } = write(format, 200_000);
    expect(held.most - held.first).toBeLessThan(20);
  },
  120_000,
);
