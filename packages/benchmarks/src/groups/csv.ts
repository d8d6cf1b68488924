import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Contestant, Task } from "../measure/compare.js";
import { compareAtSizes } from "../measure/compare-at-sizes.js";
import { debianPython, peerPath } from "../peers/peer-path.js";
import { programPath } from "../programs/program-path.js";
import { comparisonTable } from "../report/comparison-table.js";
import type { Group } from "./group.js";

const node = (writer: string) => (task: Task) => [
  process.execPath,
  programPath("write-csv"),
  writer,
  `${task.records}`,
  task.output,
];

export const csvWriters: readonly Contestant[] = [
  { name: "join by hand", command: node("join") },
  { name: "**spendbook**", command: node("spendbook") },
  { name: "papaparse, 100 rows a call", command: node("papaparse") },
  {
    name: "Python csv",
    command: ({ records, output }) => [debianPython, peerPath("write_csv.py"), `${records}`, output],
  },
  { name: "fast-csv", command: node("fast-csv") },
  { name: "csv-stringify", command: node("csv-stringify") },
  { name: "papaparse, whole array", command: node("papaparse-whole"), most: 100_000 },
];

/** `statement-<month>.csv` beside other writers of CSV, all of which give the same bytes. */
export const csv: Group = {
  title: "CSV",
  sizes: [10_000, 100_000, 1_000_000],
  async measure(sizes, tell) {
    const results = await compareAtSizes(sizes, tell, async () => ({
      contestants: csvWriters,
      check: createSameBytes(),
    }));
    return `A statement's lines, made from their index, in 19 columns with a byte order mark, CRLF, quotes where they are needed
and a guard against formulas; every program wrote the same bytes. Medians of five rounds, of three from a million
records; the ratios are to the join by hand in the same round.

${comparisonTable("writer", results)}`;
  },
};

/** A check that every file is the same. */
export function createSameBytes(): (task: Task) => Promise<void> {
  let first: string | null = null;
  return async ({ output }) => {
    const hash = createHash("sha256");
    await pipeline(createReadStream(output), hash);
    const digest = hash.digest("hex");
    first ??= digest;
    if (digest !== first) throw new Error(`the file is another: its sha256 is ${digest}, not ${first}`);
  };
}
