import { fork } from "node:child_process";
import { once } from "node:events";
import { programPath } from "../programs/program-path.js";
import type { WorkloadName } from "../workloads/workloads.js";

export interface WorkloadServer {
  /** Without a trailing slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a workload, each answer `delay` milliseconds after its request, from a process of its own, so that its work is not measured with the collector's. */
export async function startServer(name: WorkloadName, records: number, delay = 0): Promise<WorkloadServer> {
  const child = fork(programPath("serve"), [name, String(records), String(delay)], { execArgv: [] });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the server of ${name} ended with ${code} before it was asked anything`);
  });
  const [port] = await Promise.race([once(child, "message"), failed]);
  failed.catch(() => {});
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
