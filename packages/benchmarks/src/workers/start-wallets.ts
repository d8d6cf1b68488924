import { fork } from "node:child_process";
import { once } from "node:events";
import { programPath } from "../programs/program-path.js";

export interface WalletServer {
  readonly url: string;
  readonly pid: number;
  /** How many requests came, as of a moment ago. */
  requests(): number;
  stop(): Promise<void>;
}

/** Serves many small accounts from a process of its own, each answer after so many milliseconds. */
export async function startWallets(transactions: number, delayMs: number): Promise<WalletServer> {
  const child = fork(programPath("serve-wallets"), [`${transactions}`, `${delayMs}`], { execArgv: [] });
  const [url] = (await once(child, "message")) as [string];
  let requests = 0;
  child.on("message", (count: number) => {
    requests = count;
  });
  return {
    url,
    pid: child.pid ?? 0,
    requests: () => requests,
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
