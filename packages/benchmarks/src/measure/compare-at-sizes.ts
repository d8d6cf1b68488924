import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CompareOptions, type Contestant, compare, type Result } from "./compare.js";

/** What is compared at one size, and how. */
export interface Comparison extends Omit<CompareOptions, "records" | "rounds" | "tell"> {
  readonly contestants: readonly Contestant[];
}

/**
 * Compares at each size in five rounds, from a million records in three; `prepare` gets a folder that is there until its
 * size is done.
 */
export async function compareAtSizes(
  sizes: readonly number[],
  tell: (progress: string) => void,
  prepare: (records: number, folder: string) => Promise<Comparison>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const records of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-"));
    try {
      const { contestants, ...options } = await prepare(records, folder);
      const rounds = records < 1_000_000 ? 5 : 3;
      results.push(...(await compare(contestants, { records, rounds, tell, ...options })));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return results;
}
