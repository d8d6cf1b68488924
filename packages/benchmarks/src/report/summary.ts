import type { Cost } from "../measure/measure-process.js";
import type { WorkloadRun } from "../measure/measure-workload.js";
import type { WorkloadName } from "../workloads/workloads.js";
import { median } from "./median.js";

/** The runs of one workload of one size, each figure by itself in its median. */
export interface Summary {
  readonly name: WorkloadName;
  readonly records: number;
  readonly runs: number;
  readonly median: WorkloadRun;
}

export function summarize(name: WorkloadName, records: number, runs: readonly WorkloadRun[]): Summary {
  const of = (read: (run: WorkloadRun) => number) => median(runs.map(read));
  const cost = (read: (run: WorkloadRun) => Cost): Cost => ({
    wall: of((run) => read(run).wall),
    cpu: of((run) => read(run).cpu),
    peakMemory: of((run) => read(run).peakMemory),
  });
  return {
    name,
    records,
    runs: runs.length,
    median: {
      fetching: cost((run) => run.fetching),
      collecting: cost((run) => run.collecting),
      requests: of((run) => run.requests),
      ledgerSize: of((run) => run.ledgerSize),
      collectingAgain: cost((run) => run.collectingAgain),
      requestsAgain: of((run) => run.requestsAgain),
      readingPlainly: cost((run) => run.readingPlainly),
      reading: cost((run) => run.reading),
      folding: cost((run) => run.folding),
    },
  };
}
