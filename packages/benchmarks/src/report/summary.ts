import type { Cost } from "../measure/measure-process.js";
import type { Readings, WorkloadRun } from "../measure/measure-workload.js";
import type { WorkloadName } from "../workloads/workloads.js";
import { median } from "./median.js";

/** The runs of one workload of one size, each figure by itself in its median. */
export interface Summary {
  readonly name: WorkloadName;
  readonly records: number;
  readonly runs: number;
  readonly median: Omit<WorkloadRun, "readings"> & Readings;
  /** Wall and CPU time of a reading to those of the plain one in the same round. */
  readonly toPlain: Readonly<Record<"records" | "statement", Pick<Cost, "wall" | "cpu">>>;
}

export function summarize(name: WorkloadName, records: number, runs: readonly WorkloadRun[]): Summary {
  const of = (read: (run: WorkloadRun) => number) => median(runs.map(read));
  const cost = (read: (run: WorkloadRun) => Cost) => medianCost(runs.map(read));
  const rounds = runs.flatMap(({ readings }) => readings);
  const reading = (way: keyof Readings) => medianCost(rounds.map((round) => round[way]));
  const toPlain = (way: keyof Readings) => ({
    wall: median(rounds.map((round) => round[way].wall / round.plainly.wall)),
    cpu: median(rounds.map((round) => round[way].cpu / round.plainly.cpu)),
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
      plainly: reading("plainly"),
      records: reading("records"),
      statement: reading("statement"),
    },
    toPlain: { records: toPlain("records"), statement: toPlain("statement") },
  };
}

function medianCost(costs: readonly Cost[]): Cost {
  const of = (figure: keyof Cost) => median(costs.map((cost) => cost[figure]));
  return { wall: of("wall"), cpu: of("cpu"), peakMemory: of("peakMemory") };
}
