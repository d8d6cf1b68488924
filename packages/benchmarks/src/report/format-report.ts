import type { Cost } from "../measure/measure-process.js";
import { count, megabytes, ratio, seconds } from "./figures.js";
import type { Summary } from "./summary.js";
import { table } from "./table.js";

/** The measurements as Markdown. */
export function formatReport(measured: readonly Summary[]): string {
  const summaries = [...measured].sort((a, b) => b.name.localeCompare(a.name) || a.records - b.records);
  return `${describeRuns(summaries)}

### Collecting

\`spendbook collect\` into a new SQLite ledger, from a server on loopback in a process of its own that makes every row
from its index. The list is read until a reading finds nothing new, so every page is asked for at least twice. *Bare
requests* ask for the same pages as often, eight at once, and parse them: what no collector can do without.

${table(
  [
    "workload",
    "records",
    "wall s",
    "CPU s",
    "peak MB",
    "requests",
    "records/s",
    "ledger MB",
    "bare wall s",
    "bare CPU s",
    "CPU ratio",
  ],
  summaries.map(({ name, records, median: { collecting, fetching, requests, ledgerSize } }) => [
    name,
    count(records),
    ...costCells(collecting),
    count(requests),
    count(records / collecting.wall),
    megabytes(ledgerSize),
    seconds(fetching.wall),
    seconds(fetching.cpu),
    ratio(collecting.cpu, fetching.cpu),
  ]),
)}

### Collecting again, nothing new

${table(
  ["workload", "records", "wall s", "CPU s", "peak MB", "requests"],
  summaries.map(({ name, records, median: { collectingAgain, requestsAgain } }) => [
    name,
    count(records),
    ...costCells(collectingAgain),
    count(requestsAgain),
  ]),
)}

### Reading back

*Plain* is one SQL query over the same file in the same order, each body parsed; *records()* streams the ledger's
records; *statement* also normalizes them and folds them into the month's statement, whose closing balance is checked.
Read three times in turns for each collection, medians; the ratios are to the plain reading in the same round. Large files are read on a thread of their own.

${table(
  [
    "workload",
    "records",
    "plain wall s",
    "records() wall s",
    "wall ratio",
    "statement wall s",
    "CPU s",
    "peak MB",
    "wall ratio",
    "CPU ratio",
  ],
  summaries.map(({ name, records, median, toPlain }) => [
    name,
    count(records),
    seconds(median.plainly.wall),
    seconds(median.records.wall),
    ratio(toPlain.records.wall),
    ...costCells(median.statement),
    ratio(toPlain.statement.wall),
    ratio(toPlain.statement.cpu),
  ]),
)}

### Growth

From one size to the next, CPU time per record and peak memory: 1.00 × is work that grows with the records alone, at
memory that does not.

${table(["step", "from", "to", "CPU per record", "peak memory"], growthRows(summaries))}
`;
}

function costCells({ wall, cpu, peakMemory }: Cost): readonly string[] {
  return [seconds(wall), seconds(cpu), megabytes(peakMemory)];
}

function describeRuns(summaries: readonly Summary[]): string {
  const sizes = [...new Map(summaries.map(({ records, runs }) => [records, runs]))];
  return `Runs: ${sizes.map(([records, runs]) => `${count(records)} records ${runs === 1 ? "once" : `${runs} times, medians`}`).join("; ")}.`;
}

const steps: readonly (readonly [string, (median: Summary["median"]) => Cost])[] = [
  ["collecting", (median) => median.collecting],
  ["records()", (median) => median.records],
  ["statement", (median) => median.statement],
];

function growthRows(summaries: readonly Summary[]): readonly (readonly string[])[] {
  return summaries.flatMap((larger) => {
    const smaller = summaries.findLast(({ name, records }) => name === larger.name && records < larger.records);
    if (smaller === undefined) return [];
    return steps.map(([step, costOf]) => {
      const [from, to] = [costOf(smaller.median), costOf(larger.median)];
      return [
        `${larger.name}, ${step}`,
        count(smaller.records),
        count(larger.records),
        ratio(to.cpu / larger.records, from.cpu / smaller.records),
        ratio(to.peakMemory, from.peakMemory),
      ];
    });
  });
}
