import { measureProcess } from "../measure/measure-process.js";
import { startServer } from "../measure/start-server.js";
import { programPath } from "../programs/program-path.js";
import { median } from "../report/median.js";
import { table } from "../report/table.js";
import type { Group } from "./group.js";

interface Call {
  /** Microseconds of one call. */
  readonly wall: number;
  readonly cpu: number;
}

const rounds = 9;

/** One call of a client for a page of 100 rows, beside fetch and JSON.parse. */
export const calls: Group = {
  title: "A client's call",
  sizes: [2_000],
  async measure(sizes, tell) {
    const rows: string[][] = [];
    for (const count of sizes) {
      const server = await startServer("neevcloud", 1_000);
      const pairs: { readonly fetch: Call; readonly client: Call }[] = [];
      try {
        for (let round = 1; round <= rounds; round += 1) {
          const pair = {
            fetch: await call("fetch", server.url, count),
            client: await call("client", server.url, count),
          };
          tell(`round ${round}: fetch ${pair.fetch.wall.toFixed(0)} µs, client ${pair.client.wall.toFixed(0)} µs`);
          pairs.push(pair);
        }
      } finally {
        await server.stop();
      }
      for (const by of ["fetch", "client"] as const) {
        const figure = (of: keyof Call) => median(pairs.map((pair) => pair[by][of])).toFixed(0);
        const toFetch = (of: keyof Call) =>
          `${median(pairs.map((pair) => pair[by][of] / pair.fetch[of])).toFixed(2)} ×`;
        rows.push([by, `${count}`, figure("wall"), figure("cpu"), toFetch("wall"), toFetch("cpu")]);
      }
    }
    return `A page of 100 rows from a server on loopback in a process of its own, asked for one call after the other: by fetch
and JSON.parse, and by \`@spendbook/neevcloud\` with its deadlines, limits and exact numbers. Medians of ${rounds} rounds in turns.

${table(["by", "calls", "wall µs", "CPU µs", "wall ratio", "CPU ratio"], rows)}`;
  },
};

async function call(by: "fetch" | "client", url: string, count: number): Promise<Call> {
  const { answer } = await measureProcess(programPath("call-pages"), [by, url, `${count}`]);
  const { rows, ...cost } = answer as Call & { readonly rows: number };
  if (rows !== count * 100) throw new Error(`${by} got ${rows} rows from ${count} pages`);
  return cost;
}
