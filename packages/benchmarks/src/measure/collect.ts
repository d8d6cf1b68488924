import { readdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { orgId } from "../workloads/neevcloud-workload.js";
import type { WorkloadName } from "../workloads/workloads.js";
import { type Cost, measureProcess } from "./measure-process.js";

/** The collector's command, as it is installed. */
export const command = join(
  dirname(createRequire(import.meta.url).resolve("spendbook/package.json")),
  "dist",
  "bin.js",
);

/** What the configuration of a measured account asks for. */
export const environment = { MEASURED_API_KEY: "made-up-key-for-measuring" };

const ledgerFile = "ledger.sqlite";

export interface MeasuredCollection {
  readonly cost: Cost;
  readonly requests: number;
  /** Records on the pages read: more than there are, where pages were read again. */
  readonly read: number;
}

/** Runs `spendbook collect` on a workload into the ledger of a folder, which is made where there is none. */
export async function collect(name: WorkloadName, url: string, folder: string): Promise<MeasuredCollection> {
  const account = {
    provider: name,
    account: "measured",
    apiKey: "env:MEASURED_API_KEY",
    baseUrl: url,
    // The most that the configuration takes, so that the rate limit is not what is measured.
    maxRequestsPerSecond: 1000,
    ...(name === "neevcloud" && { orgId }),
  };
  await writeFile(join(folder, "spendbook.config.json"), JSON.stringify({ timezone: "UTC", accounts: [account] }));
  const { cost, answer } = await measureProcess(command, ["collect", "--json", "--ledger", ledgerFile], {
    cwd: folder,
    environment,
  });
  const [result] = answer as readonly { readonly requests: number; readonly records: number }[];
  if (result === undefined) throw new Error(`spendbook collect told nothing of ${name}`);
  return { cost, requests: result.requests, read: result.records };
}

export function ledgerIn(folder: string): string {
  return join(folder, ledgerFile);
}

/** Bytes of the ledger's file and of those that SQLite keeps beside it. */
export async function ledgerSize(folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((file) => file.startsWith(ledgerFile));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
