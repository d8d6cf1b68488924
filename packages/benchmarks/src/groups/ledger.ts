import { measureWorkload } from "../measure/measure-workload.js";
import { count, seconds } from "../report/figures.js";
import { formatReport } from "../report/format-report.js";
import { type Summary, summarize } from "../report/summary.js";
import { workloadNames } from "../workloads/workloads.js";
import type { Group } from "./group.js";

/** Collecting an account into a ledger, collecting it again, and reading it back. */
export const ledger: Group = {
  title: "Collecting and reading back",
  sizes: [10_000, 100_000, 1_000_000],
  async measure(sizes, tell) {
    const summaries: Summary[] = [];
    for (const records of sizes)
      for (const name of workloadNames) {
        const runs = [];
        // Large workloads are collected once, others three times.
        for (let number = 1; number <= (records < 1_000_000 ? 3 : 1); number += 1) {
          const run = await measureWorkload(name, records);
          const readings = run.readings.map(({ statement }) => seconds(statement.wall)).join(", ");
          tell(`${name} ${count(records)}: collected in ${seconds(run.collecting.wall)} s, read back in ${readings} s`);
          runs.push(run);
        }
        summaries.push(summarize(name, records, runs));
      }
    return formatReport(summaries);
  },
};
