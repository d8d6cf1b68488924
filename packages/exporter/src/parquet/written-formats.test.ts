import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const script = fileURLToPath(new URL("./__fixtures__/write-format.mjs", import.meta.url));

describe.each(["focus-1.2", "focus-1.4", "parquet"])("%s", (format) => {
  const write = (rows: number, TZ = "UTC"): { hashes: string[]; megabytes: number } =>
    JSON.parse(
      execFileSync(process.execPath, [script, format, String(rows)], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }),
    );

  test("the same input gives the same bytes, on two runs and in two time zones of the machine", () => {
    const { hashes } = write(10_000, "Pacific/Kiritimati");
    expect(hashes).toEqual([expect.stringMatching(new RegExp(`^${format}-2026-10.*\\.(csv|parquet) [0-9a-f]{64}$`))]);
    expect(write(10_000, "Pacific/Kiritimati").hashes).toEqual(hashes);
    expect(write(10_000, "America/Los_Angeles").hashes).toEqual(hashes);
    expect(write(9_999).hashes).not.toEqual(hashes);
  }, 60_000);

  test("memory stays flat: five times the lines take no more of it", () => {
    expect(write(100_000).megabytes - write(20_000).megabytes).toBeLessThan(60);
  }, 110_000);
});
