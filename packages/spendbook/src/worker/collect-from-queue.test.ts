import { setTimeout } from "node:timers/promises";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { exportOf } from "../collect/__fixtures__/read-ledger.js";
import { startCommand } from "../collect/__fixtures__/start-command.js";
import type { CollectionResult } from "../collect/prepare-collection.js";
import { configure, exportAlone, startWorker, statusesOf, worldOf } from "./__fixtures__/start-workers.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

const all = (accounts: number) => Array.from({ length: accounts }, () => "complete");

test("workers share the accounts out, those of a killed one are taken over, and nothing is lost or doubled", async () => {
  const accounts = 60;
  const world = await worldOf(accounts, { transactions: 130, delayMs: 20 });
  const url = await server.createDatabase();
  const workers = ["one", "two", "three"].map((token) => startWorker(world, url, token));
  while (world.wallets.requests() < 60) await setTimeout(10);
  workers[0]?.kill("SIGKILL");
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
  expect(world.wallets.collisions()).toBeLessThanOrEqual(4);
  expect(await statusesOf(url)).toEqual(all(accounts));
  expect(await exportOf(url)).toEqual(await exportAlone(world, await server.createDatabase()));
  // A round leaves nothing behind that would pile up.
  expect(await queueRows(url)).toEqual({ jobs: 0, archived: 0 });
}, 120_000);

test("an account whose worker hangs is given up in the end, and says who has it", async () => {
  const world = await worldOf(12, { transactions: 130, delayMs: 50 });
  const url = await server.createDatabase();
  const hanging = startWorker(world, url, "hanging");
  onTestFinished(async () => {
    hanging.kill("SIGKILL");
    await hanging.ended;
  });
  while (world.wallets.requests() < 6) await setTimeout(5);
  hanging.kill("SIGSTOP");
  const { code, stdout } = await startWorker(world, url, "living", 2).ended;
  const results = JSON.parse(stdout) as CollectionResult[];
  const given = results.filter(({ locked }) => locked);
  expect(code).toBe(0);
  expect(results).toHaveLength(12);
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThanOrEqual(4);
  for (const { reason } of given) expect(reason).toMatch(/is being collected into .* by .*: wait until it has ended/);
}, 120_000);

test("a worker that is told to stop gives its accounts back, and says that it was interrupted", async () => {
  const world = await worldOf(40, { transactions: 30, delayMs: 50 });
  const url = await server.createDatabase();
  const stopped = startCommand(world, ["collect", "--worker", "--ledger", url]);
  while (world.wallets.requests() < 30) await setTimeout(5);
  stopped.process.kill("SIGTERM");
  expect(await stopped.ended).toMatchObject({ code: 130, stderr: expect.stringContaining("interrupted") });
  expect((await queueRows(url)).jobs).toBeGreaterThan(0);

  await endWaits(url);
  const { code, stdout } = await startWorker(world, url, "next").ended;
  expect(code).toBe(0);
  // It goes on with the round, and does not begin another.
  expect(JSON.parse(stdout).length).toBeLessThanOrEqual(40);
  expect(await statusesOf(url)).toEqual(all(40));
}, 120_000);

test("where the database goes away workers say so, and those that come later finish the round", async () => {
  const world = await worldOf(30, { transactions: 130, delayMs: 50 });
  const url = await server.createDatabase();
  const command = () => startCommand(world, ["collect", "--worker", "--ledger", url]).ended;
  const first = [command(), command()];
  while (world.wallets.requests() < 40) await setTimeout(5);
  await server.run(
    url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  for (const { code, stderr } of await Promise.all(first)) {
    expect(code).toBe(1);
    expect(stderr).toMatch(/^spendbook: .*(run again|cannot be reached).*\n$/);
    expect(stderr).not.toContain(encodeURIComponent(server.password));
  }
  await endWaits(url);
  expect(await startWorker(world, url, "later").ended).toMatchObject({ code: 0 });
  expect(await statusesOf(url)).toEqual(all(30));
  expect(await exportOf(url)).toEqual(await exportAlone(world, await server.createDatabase()));
}, 120_000);

test("the command works through a round and ends, and the next one begins a round of its own", async () => {
  const world = await worldOf(5, { transactions: 3, delayMs: 0 });
  const url = await server.createDatabase();
  const work = () => startCommand(world, ["collect", "--worker", "--ledger", url]).ended;
  const first = await work();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout.split("\n").filter((line) => line.includes("complete"))).toHaveLength(5);
  const requests = world.wallets.requests();
  expect(await work()).toMatchObject({ code: 0 });
  expect(world.wallets.requests()).toBeGreaterThan(requests);
});

test("what an older round left over does not stand for a new one, and new accounts are a round of their own", async () => {
  const world = await worldOf(3, { transactions: 3, delayMs: 0 });
  const url = await server.createDatabase();
  const work = async () => {
    const { stdout } = await startCommand(world, ["collect", "--worker", "--json", "--ledger", url]).ended;
    return (JSON.parse(stdout) as CollectionResult[]).map(({ account }) => account).sort();
  };
  expect(await work()).toEqual(["a0", "a1", "a2"]);
  const leaveOver = (created: string) => `
    INSERT INTO spendbook_queue.job (name, id, data, retry_limit, policy, created_on)
    SELECT name, encode(substring(sha256('neevcloud/a1') for 16), 'hex')::uuid, '{"account": "neevcloud/a1"}', 9, policy, ${created}
    FROM spendbook_queue.queue`;
  await server.run(url, leaveOver("now() - interval '1 hour'"));
  expect(await work()).toEqual(["a1"]);
  await server.run(url, leaveOver("now() - interval '1 day'"));
  expect(await work()).toEqual(["a0", "a1", "a2"]);

  await server.run(url, leaveOver("now() - interval '1 hour'"));
  await configure(world, 4);
  expect(await work()).toEqual(["a0", "a1", "a2", "a3"]);
});

test("a missing key ends a worker before it takes an account", async () => {
  const world = await worldOf(2, { transactions: 1, delayMs: 0 });
  const url = await server.createDatabase();
  const keyless = { ...world, environment: {} };
  expect(await startCommand(keyless, ["collect", "--worker", "--ledger", url]).ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("NEEV_API_TOKEN"),
  });
  expect(world.wallets.requests()).toBe(0);
  expect((await queueRows(url)).jobs).toBe(0);
});

test("what goes wrong with one account keeps no other from being collected", async () => {
  const world = await worldOf(6, { transactions: 3, delayMs: 0, longIdOf: "org_2" });
  const url = await server.createDatabase();
  const { code, stdout, stderr } = await startCommand(world, ["collect", "--worker", "--ledger", url]).ended;
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
  expect(stdout.split("\n").filter((line) => line.includes("complete"))).toHaveLength(5);
  expect(stdout).toMatch(/neevcloud\/a2 +PARTIAL +.*sourceId/);
});

test("a worker without a PostgreSQL ledger is told what it needs", async () => {
  const world = await worldOf(1, { transactions: 1, delayMs: 0 });
  expect(await startCommand(world, ["collect", "--worker"]).ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--worker shares a PostgreSQL ledger; give one with --ledger postgres://…"),
  });
});

/** Lets every account be taken again at once: how long workers wait is not what is tried. */
function endWaits(url: string): Promise<void> {
  return server.run(
    url,
    "UPDATE spendbook_queue.job SET started_on = now() - interval '1 hour', retry_delay = 0, start_after = now()",
  );
}

/** What the queue holds. */
async function queueRows(url: string): Promise<{ readonly jobs: number; readonly archived: number }> {
  const client = await server.connect(url);
  const { rows } = await client
    .query(`SELECT (SELECT count(*) FROM spendbook_queue.job)::int AS jobs,
                   (SELECT count(*) FROM spendbook_queue.archive)::int AS archived`)
    .finally(() => client.end());
  return rows[0];
}
