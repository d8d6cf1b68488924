import type { Result } from "../measure/compare.js";
import { count, megabytes, seconds } from "./figures.js";
import { table } from "./table.js";

/** What contestants cost, each size by itself; the first of them is what the ratios are to. */
export function comparisonTable(what: string, results: readonly Result[]): string {
  return table(
    [what, "records", "wall s", "CPU s", "peak MB", "output MB", "wall ratio", "CPU ratio"],
    results.map(({ name, records, wall, cpu, peakMemory, size, wallRatio, cpuRatio }) => [
      name,
      count(records),
      seconds(wall),
      seconds(cpu),
      megabytes(peakMemory),
      megabytes(size),
      `${wallRatio.toFixed(2)} ×`,
      `${cpuRatio.toFixed(2)} ×`,
    ]),
  );
}
