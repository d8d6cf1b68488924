import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { measureWorkload, type WorkloadRun } from "../measure/measure-workload.js";
import { count, seconds } from "../report/figures.js";
import { formatReport } from "../report/format-report.js";
import { keepFindings } from "../report/keep-findings.js";
import { describeMachine, describeVersions } from "../report/machine.js";
import { type Summary, summarize } from "../report/summary.js";
import { type WorkloadName, workloadNames } from "../workloads/workloads.js";

// bench.js [RECORDS…]: measures every workload of every size, and writes BENCHMARKS.md; with sizes of one's own, only
// prints what it would write.
const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 100)) {
  process.stderr.write("usage: bench [records…], each a whole number from 100\n");
  process.exit(2);
}

const options = {
  machine: describeMachine(),
  versions: await describeVersions(),
  date: new Date().toISOString().slice(0, 10),
};
const file = new URL("../../BENCHMARKS.md", import.meta.url);
const old = await readFile(file, "utf8").catch(() => "");
const summaries: Summary[] = [];
for (const records of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000])
  for (const name of workloadNames) {
    summaries.push(summarize(name, records, await measureRuns(name, records)));
    // After each, because the last take long and may be ended.
    if (sizes.length === 0) await writeFile(file, keepFindings(formatReport(summaries, options), old));
  }
if (sizes.length > 0) process.stdout.write(formatReport(summaries, options));

/** Large workloads are measured once, others three times. */
async function measureRuns(name: WorkloadName, records: number): Promise<readonly WorkloadRun[]> {
  const runs: WorkloadRun[] = [];
  for (let number = 1; number <= (records < 1_000_000 ? 3 : 1); number += 1) {
    const run = await measureWorkload(name, records);
    const { collecting, folding } = run;
    process.stderr.write(
      `${name} ${count(records)}: collected in ${seconds(collecting.wall)} s, read back in ${seconds(folding.wall)} s\n`,
    );
    runs.push(run);
  }
  return runs;
}
