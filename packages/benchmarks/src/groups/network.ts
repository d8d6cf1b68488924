import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collect } from "../measure/collect.js";
import type { Cost } from "../measure/measure-process.js";
import { startServer } from "../measure/start-server.js";
import { count, ratio, seconds } from "../report/figures.js";
import { median } from "../report/median.js";
import { table } from "../report/table.js";
import type { Group } from "./group.js";

/** Milliseconds that the server lets a page wait, and how many the collector asks for at once. */
const delay = 30;
const atOnce = 8;
const rounds = 5;

/** Collecting from a server that takes its time, beside the time that its answers alone take. */
export const network: Group = {
  title: "Collecting over a network",
  sizes: [50_000, 100_000],
  async measure(sizes, tell) {
    const rows: string[][] = [];
    for (const records of sizes) {
      const server = await startServer("neevcloud", records, delay);
      const runs: (Cost & { readonly requests: number; readonly ideal: number })[] = [];
      try {
        for (let round = 1; round <= rounds; round += 1) {
          const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-"));
          const { cost, requests } = await collect("neevcloud", server.url, folder).finally(() =>
            rm(folder, { recursive: true }),
          );
          const ideal = (Math.ceil(requests / atOnce) * delay) / 1000;
          runs.push({ ...cost, requests, ideal });
          tell(`${count(records)} records: ${seconds(cost.wall)} s, the answers alone ${seconds(ideal)} s`);
        }
      } finally {
        await server.stop();
      }
      const of = (read: (run: (typeof runs)[number]) => number) => median(runs.map(read));
      const [wall, ideal] = [of((run) => run.wall), of((run) => run.ideal)];
      rows.push([
        count(records),
        count(of((run) => run.requests)),
        seconds(wall),
        seconds(of((run) => run.cpu)),
        seconds(ideal),
        ratio(wall, ideal),
      ]);
    }
    return `\`spendbook collect\` into a new SQLite ledger from a server that answers each request after ${delay} ms, ${atOnce} at once; a list is
read twice. The ideal is the waiting alone. Medians of ${rounds} runs, the process's own start included.

${table(["records", "requests", "wall s", "CPU s", "ideal s", "to the ideal"], rows)}`;
  },
};
