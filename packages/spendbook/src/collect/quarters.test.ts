import { expect, test } from "vitest";
import { quartersOf } from "./quarters.js";

const texts = (from: string, end: string) =>
  quartersOf(from, end).map(({ startTime, endTime }) => `${startTime.slice(0, 10)} ${endTime.slice(0, 10)}`);

test("time is divided by calendar quarters, whole but for the last", () => {
  expect(texts("2025-11-30T12:00:00Z", "2026-05-02T00:00:00Z")).toEqual([
    "2025-10-01 2026-01-01",
    "2026-01-01 2026-04-01",
    "2026-04-01 2026-05-02",
  ]);
  expect(texts("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")).toEqual(["2026-01-01 2026-01-02"]);
});

test("a quarter that has not begun is not asked for", () => {
  expect(texts("2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z")).toEqual(["2025-10-01 2026-01-01"]);
  expect(texts("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")).toEqual([]);
});
