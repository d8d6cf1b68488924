import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { openLedger } from "@spendbook/ledger";
import { type ManyWalletsOptions, serveManyWallets } from "@spendbook/test-server/many-wallets";
import { onTestFinished } from "vitest";
import { exportOf } from "../../collect/__fixtures__/read-ledger.js";
import { startCommand } from "../../collect/__fixtures__/start-command.js";

const script = fileURLToPath(new URL("work.mjs", import.meta.url));

/** A folder with a configuration of so many accounts, and their provider. */
export async function worldOf(accounts: number, options: ManyWalletsOptions) {
  const directory = await mkdtemp(join(tmpdir(), "spendbook-workers-"));
  const wallets = await serveManyWallets(options);
  onTestFinished(async () => {
    await wallets.close();
    await rm(directory, { recursive: true });
  });
  const world = { directory, wallets, environment: { NEEV_API_TOKEN: "token" } };
  await configure(world, accounts);
  return world;
}

export type World = Awaited<ReturnType<typeof worldOf>>;

export async function configure({ directory, wallets }: Pick<World, "directory" | "wallets">, accounts: number) {
  const config = {
    accounts: Array.from({ length: accounts }, (_, index) => ({
      provider: "neevcloud",
      account: `a${index}`,
      apiKey: "env:NEEV_API_TOKEN",
      orgId: `org_${index}`,
      baseUrl: wallets.url,
      maxRequestsPerSecond: 1000,
    })),
  };
  await writeFile(join(directory, "spendbook.config.json"), JSON.stringify(config));
}

/** Starts a worker whose requests can be told from the others' by its token; how often is it offered what is locked? */
export function startWorker({ directory }: World, url: string, token: string, offers = 10_000) {
  const child = spawn(process.execPath, [script, url, `${offers}`], {
    cwd: directory,
    env: { NEEV_API_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
  );
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}

/** How the newest run of each account ended. */
export async function statusesOf(url: string): Promise<readonly (string | undefined)[]> {
  const ledger = await openLedger(url);
  try {
    const runs = await Promise.all((await ledger.accounts()).map((account) => ledger.lastRun(account)));
    return runs.map((run) => run?.status);
  } finally {
    await ledger.close();
  }
}

/** What one command collects alone, into a ledger of its own. */
export async function exportAlone(world: World, url: string): Promise<readonly string[]> {
  const { code, stderr } = await startCommand(world, ["collect", "--ledger", url]).ended;
  if (code !== 0) throw new Error(`the command alone ended with ${code}: ${stderr}`);
  return exportOf(url);
}
