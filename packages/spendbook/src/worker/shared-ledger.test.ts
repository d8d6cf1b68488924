import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openLedger } from "@spendbook/ledger";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCommand } from "../collect/__fixtures__/start-command.js";
import { startWorker, type World, worldOf } from "./__fixtures__/start-workers.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

/** After the end of November 2026. */
const clock = "2026-12-02T06:00:00Z";

interface Statement {
  readonly wallets: readonly Readonly<Record<string, unknown>>[];
  readonly totals: unknown;
  readonly byService: unknown;
  readonly byDay: unknown;
  readonly warnings: readonly unknown[];
}

async function statementOf(world: World, url: string, month: string) {
  const args = ["statement", month, "--offline", "--json", "--ledger", url, "--out", basename(url)];
  const { code, stdout, stderr } = await startCommand(world, args, { clock }).ended;
  if (stdout === "") throw new Error(`the statement ended with ${code}: ${stderr}`);
  return { code, statement: JSON.parse(stdout) as Statement };
}

test("any process builds the statement, incomplete while workers collect and the plain command's once they have", async () => {
  const accounts = 20;
  const world = await worldOf(accounts, { transactions: 130, delayMs: 60 });
  const url = await server.createDatabase();
  const workers = ["one", "two"].map((token) => startWorker(world, url, token));
  while (world.wallets.requests() < 40) await setTimeout(10);
  // Held under way for as long as the statement takes.
  for (const { kill } of workers) kill("SIGSTOP");
  const early = await statementOf(world, url, "2026-10");
  for (const { kill } of workers) kill("SIGCONT");
  expect(early.code).toBe(3);
  expect(early.statement.warnings.length).toBeGreaterThan(0);
  for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0 });

  const alone = await server.createDatabase();
  expect(await startCommand(world, ["collect", "--ledger", alone]).ended).toMatchObject({ code: 0 });
  const shared = await statementOf(world, url, "2026-10");
  const plain = await statementOf(world, alone, "2026-10");
  expect(shared.code).toBe(0);
  expect(shared.statement.wallets).toHaveLength(accounts);
  for (const { verdict, opening, topUps } of shared.statement.wallets)
    expect({ verdict, opening, topUps }).toEqual({ verdict: "proved", opening: "0", topUps: "1000" });
  // They differ in when they were collected, and in nothing else.
  const figures = ({ wallets, totals, byService, byDay }: Statement) =>
    JSON.parse(JSON.stringify({ totals, byService, byDay, wallets }).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "then"));
  expect(figures(shared.statement)).toEqual(figures(plain.statement));
}, 120_000);

test("closings that meet are numbered without a gap", async () => {
  const world = await worldOf(3, { transactions: 130, delayMs: 0 });
  const url = await server.createDatabase();
  const collect = startCommand(world, ["collect", "--worker", "--ledger", url], { clock });
  expect(await collect.ended).toMatchObject({ code: 0 });
  for (const month of ["2026-10", "2026-11"]) {
    const closing = () => startCommand(world, ["close", month, "--ledger", url], { clock }).ended;
    const endings = await Promise.all([closing(), closing(), closing()]);
    expect(endings.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stderr } of endings)
      if (code !== 0) expect(stderr).toMatch(/another process closed or reopened a month meanwhile/);
  }
  const ledger = await openLedger(url);
  const closings = await ledger.closings().finally(() => ledger.close());
  expect(closings.map(({ sequence, month }) => [sequence, month])).toEqual([
    [1, "2026-10"],
    [2, "2026-11"],
  ]);
  expect(closings.map(({ accounts }) => accounts.map(({ number, revision }) => [number, revision]))).toEqual(
    [1, 2].map((number) => Array.from({ length: 3 }, () => [number, 1])),
  );
}, 120_000);
