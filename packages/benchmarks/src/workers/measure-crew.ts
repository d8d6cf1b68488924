import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { openLedger } from "@spendbook/ledger";
import type { PostgresServer } from "@spendbook/test-server/postgres";
import { processorTime } from "./processor-time.js";
import { runCrew } from "./run-crew.js";
import type { WalletServer } from "./start-wallets.js";

export interface MeasuredCrew {
  /** Seconds. */
  readonly wall: number;
  readonly requests: number;
  /** CPU seconds of all commands, killed ones too. */
  readonly commands: number;
  readonly database: number;
  readonly server: number;
  /** SHA-256 of what the ledger holds in the end. */
  readonly ledger: string;
}

export interface CrewTask {
  readonly folder: string;
  /** 0 is the plain command, without the queue. */
  readonly workers: number;
  /** How many are killed and replaced, evenly spread over the first half of this many requests. */
  readonly kills: number;
  readonly expectedRequests: number;
}

/** Collects all accounts of a folder's configuration into a new database, and measures it. */
export async function measureCrew(
  { folder, workers, kills, expectedRequests }: CrewTask,
  postgres: PostgresServer,
  wallets: WalletServer,
): Promise<MeasuredCrew> {
  const url = await postgres.createDatabase();
  const database = await postmaster(postgres, url);
  const used = async () => ({
    commands: (await processorTime(process.pid)).children,
    database: sum(await processorTime(database)),
    server: (await processorTime(wallets.pid)).own,
  });
  const asked = wallets.requests();
  const before = await used();
  const started = performance.now();
  await runCrew({
    folder,
    args: ["collect", ...(workers > 0 ? ["--worker"] : []), "--quiet", "--ledger", url],
    workers: Math.max(workers, 1),
    kills: Array.from({ length: kills }, (_, index) => {
      const share = (index + 1) / (kills + 1) / 2;
      return () => wallets.requests() - asked >= share * expectedRequests;
    }),
  });
  const wall = (performance.now() - started) / 1000;
  // The database's processes are counted once they have ended, and the server's word takes a moment.
  await setTimeout(500);
  const after = await used();
  return {
    wall,
    requests: wallets.requests() - asked,
    commands: after.commands - before.commands,
    database: after.database - before.database,
    server: after.server - before.server,
    ledger: await digestOf(url),
  };
}

function sum({ own, children }: { readonly own: number; readonly children: number }): number {
  return own + children;
}

/** The number of the database's first process, of which all others are children. */
async function postmaster(postgres: PostgresServer, url: string): Promise<number> {
  const client = await postgres.connect(url);
  const { rows } = await client.query("SHOW data_directory").finally(() => client.end());
  return Number((await readFile(join(rows[0].data_directory, "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function digestOf(url: string): Promise<string> {
  const ledger = await openLedger(url);
  try {
    const hash = createHash("sha256");
    for await (const line of ledger.exportLines({ timing: false })) hash.update(`${line}\n`);
    return hash.digest("hex");
  } finally {
    await ledger.close();
  }
}
