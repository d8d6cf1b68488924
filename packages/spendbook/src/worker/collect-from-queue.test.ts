import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openLedger } from "@spendbook/ledger";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { exportOf } from "../collect/__fixtures__/read-ledger.js";
import { startCommand } from "../collect/__fixtures__/start-command.js";
import type { CollectionResult } from "../collect/prepare-collection.js";
import { serveManyWallets } from "./__fixtures__/serve-many-wallets.mjs";

const script = fileURLToPath(new URL("__fixtures__/work.mjs", import.meta.url));

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** A folder with a configuration of so many accounts, and their provider. */
async function worldOf(accounts: number, transactions: number, delayMs: number) {
  const directory = await mkdtemp(join(tmpdir(), "spendbook-workers-"));
  const wallets = await serveManyWallets({ transactions, delayMs });
  onTestFinished(async () => {
    await wallets.close();
    await rm(directory, { recursive: true });
  });
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
  return { directory, wallets, environment: { NEEV_API_TOKEN: "token" } };
}

/** Starts a worker whose requests can be told from the others'. */
function startWorker(directory: string, url: string, token: string) {
  const child = spawn(process.execPath, [script, url], {
    cwd: directory,
    env: { NEEV_API_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
  );
  return { kill: () => child.kill("SIGKILL"), ended };
}

test("workers share the accounts out, those of a killed one are taken over, and nothing is lost or doubled", async () => {
  const accounts = 60;
  const { directory, wallets } = await worldOf(accounts, 130, 20);
  const url = await server.createDatabase();
  const workers = ["one", "two", "three"].map((token) => startWorker(directory, url, token));
  while (wallets.requests() < 60) await setTimeout(10);
  workers[0]?.kill();
  const endings = await Promise.all(workers.map(({ ended }) => ended));

  expect(endings.map(({ code, signal, stderr }) => ({ code, signal, stderr }))).toEqual([
    { code: null, signal: "SIGKILL", stderr: "" },
    { code: 0, signal: null, stderr: "" },
    { code: 0, signal: null, stderr: "" },
  ]);
  const collected = endings.slice(1).map(({ stdout }) => JSON.parse(stdout) as CollectionResult[]);
  // Each of those left did a good part of it.
  for (const results of collected) expect(results.length).toBeGreaterThan(accounts / 10);
  for (const result of collected.flat()) expect(result).toMatchObject({ reason: null, locked: false });
  // A request of the dead worker may still be open when its account is taken over; two living ones never meet.
  expect(wallets.collisions()).toBeLessThanOrEqual(4);

  const ledger = await openLedger(url);
  onTestFinished(() => ledger.close());
  const newest = await Promise.all((await ledger.accounts()).map((account) => ledger.lastRun(account)));
  expect(newest.map((run) => run?.status)).toEqual(Array.from({ length: accounts }, () => "complete"));

  // What one command collects alone is the same, byte for byte.
  const alone = await server.createDatabase();
  const command = startCommand({ directory, environment: { NEEV_API_TOKEN: "alone" } }, ["collect", "--ledger", alone]);
  expect(await command.ended).toMatchObject({ code: 0 });
  expect(await exportOf(url)).toEqual(await exportOf(alone));
}, 120_000);

test("the command works through a round and ends, and the next one begins a round of its own", async () => {
  const { directory, wallets, environment } = await worldOf(5, 3, 0);
  const url = await server.createDatabase();
  const work = () => startCommand({ directory, environment }, ["collect", "--worker", "--ledger", url]).ended;
  const first = await work();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout.split("\n").filter((line) => line.includes("complete"))).toHaveLength(5);
  const requests = wallets.requests();
  expect(await work()).toMatchObject({ code: 0 });
  expect(wallets.requests()).toBeGreaterThan(requests);
});

test("a worker without a PostgreSQL ledger is told what it needs", async () => {
  const { directory, environment } = await worldOf(1, 1, 0);
  expect(await startCommand({ directory, environment }, ["collect", "--worker"]).ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--worker shares a PostgreSQL ledger; give one with --ledger postgres://…"),
  });
});
