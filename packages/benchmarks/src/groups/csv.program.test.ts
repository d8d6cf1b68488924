import { expect, test } from "vitest";
import { compare } from "../measure/compare.js";
import { createSameBytes, csvWriters } from "./csv.js";

test("every writer that is measured gives the same bytes, and what each cost is told", async () => {
  const sameBytes = createSameBytes();
  const results = await compare(csvWriters, { records: 500, rounds: 1, check: sameBytes, tell: () => {} });
  expect(results.map(({ name }) => name)).toEqual(csvWriters.map(({ name }) => name));
  for (const { wall, cpu, peakMemory, size } of results) {
    expect(Math.min(wall, cpu)).toBeGreaterThan(0);
    expect(peakMemory).toBeGreaterThan(1e6);
    expect(size).toBe(results[0]?.size);
  }
}, 60_000);
