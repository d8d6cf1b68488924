import { expect, test } from "vitest";
import type { WorkloadRun } from "../measure/measure-workload.js";
import { formatReport } from "./format-report.js";
import { median } from "./median.js";
import { summarize } from "./summary.js";

function runOf(seconds: number): WorkloadRun {
  const cost = { wall: seconds, cpu: seconds / 2, peakMemory: seconds * 1e8 };
  return {
    fetching: { ...cost, cpu: seconds / 8 },
    collecting: cost,
    requests: 204,
    ledgerSize: 7.5e6,
    collectingAgain: cost,
    requestsAgain: 5,
    readings: [{ plainly: { ...cost, cpu: seconds / 4 }, records: { ...cost, wall: seconds * 3 }, statement: cost }],
  };
}

test("a report holds each figure's median, its ratios, and how it grew from one size to the next", () => {
  const report = formatReport([
    summarize("wavespeed", 10_000, [runOf(9), runOf(1), runOf(2)]),
    summarize("neevcloud", 10_000, [runOf(4), runOf(4), runOf(4)]),
    summarize("wavespeed", 100_000, [runOf(30)]),
  ]);
  expect(report).toContain("| wavespeed | 10,000 | 2.00 | 1.00 | 200 | 204 | 5,000 | 7.5 | 2.00 | 0.25 | 4.00 × |");
  expect(report).toContain("| wavespeed | 10,000 | 2.00 | 6.00 | 3.00 × | 2.00 | 1.00 | 200 | 1.00 × | 2.00 × |");
  expect(report).toContain("| wavespeed, collecting | 10,000 | 100,000 | 1.50 × | 15.00 × |");
  expect(report).not.toContain("neevcloud, collecting");
  expect(report).toContain("10,000 records 3 times, medians; 100,000 records once");
});

test("a median was measured", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2);
  expect(() => median([])).toThrow(RangeError);
});
