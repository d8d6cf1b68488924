import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandWorld, commandWorld } from "../__fixtures__/command.js";
import { collectWithKills, seededChance, watchRequests } from "./__fixtures__/collect-with-kills.js";
import { type Engine, postgres, sqlite } from "./__fixtures__/engine.js";
import { differences, exportOf, runsOf } from "./__fixtures__/read-ledger.js";
import { startCommand } from "./__fixtures__/start-command.js";
import { type PostgresServer, startPostgres } from "./__fixtures__/start-postgres.js";

/** On each engine; SPENDBOOK_KILLS=400 takes some minutes. SPENDBOOK_KILL_SEED draws other moments. */
const kills = Number(process.env.SPENDBOOK_KILLS ?? 120);
const seed = process.env.SPENDBOOK_KILL_SEED ?? "1";

/** The first collection, one that only looks for what is new, and one that reads every list from end to end again. */
const stages = ["2026-09-01T00:05:00Z", "2026-09-11T00:05:00Z", "2026-11-01T00:05:00Z"];
/** Collected side by side, each from a sandbox of its own, to keep two processors at work. */
const lanes = 2;
const killsOnLedger = 20;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const engines: readonly Engine[] = [sqlite, postgres(() => server)];
const beginning = { now: "2026-08-01T00:05:00Z" };

/** The exports of a ledger that is collected without a break, by stage. */
async function collectUndisturbed(): Promise<ReadonlyMap<string, readonly string[]>> {
  const world = await commandWorld(beginning);
  const location = await sqlite.newLocation(world.directory);
  const exports = new Map<string, readonly string[]>();
  for (const stage of stages) {
    world.sandbox.advance(stage);
    await collect(world, location);
    exports.set(stage, await exportOf(location));
  }
  return exports;
}

async function collect(world: CommandWorld, location: string): Promise<void> {
  const command = startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: world.sandbox.now() });
  expect(await command.ended).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
}

describe.each(engines)("the collector, with its ledger in $name", ({ newLocation }) => {
  test(
    `leaves, killed ${kills} times and resumed, the very ledger of a collection without a break`,
    { timeout: 20_000 + kills * 3_000 },
    async () => {
      const expected = await collectUndisturbed();
      const ledgers = Math.ceil(kills / killsOnLedger);
      const lane = async (number: number) => {
        const watch = watchRequests();
        const world = await commandWorld({ ...beginning, onRequest: watch.onRequest });
        const chance = seededChance(`${seed} ${number}`);
        const mine = Array.from({ length: ledgers }, (_, index) => index).filter((index) => index % lanes === number);
        const locations: string[] = [];
        for (const _ of mine) locations.push(await newLocation(world.directory));
        const killed = new Map<string, number[]>(locations.map((location) => [location, []]));
        for (const [order, stage] of stages.entries()) {
          world.sandbox.advance(stage);
          for (const [index, location] of locations.entries()) {
            const all = Math.min(killsOnLedger, kills - (mine[index] ?? 0) * killsOnLedger);
            const here = Math.floor((all * (order + 1)) / stages.length) - Math.floor((all * order) / stages.length);
            killed.get(location)?.push(...(await collectWithKills(world, watch, location, here, chance)));
            expect(differences(await exportOf(location), expected.get(stage) ?? [])).toEqual([]);
          }
        }
        return Promise.all(
          [...killed].map(async ([location, pids]) => {
            const cut = (await runsOf(location)).filter(({ status }) => status === "interrupted");
            return {
              killed: pids.length,
              hit: pids.filter((pid) => cut.some((run) => run.pid === pid)).length,
              hitAfterWriting: pids.filter((pid) => cut.some((run) => run.pid === pid && run.added + run.changed > 0))
                .length,
            };
          }),
        );
      };
      const counts = (await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))).flat();
      const sum = (field: "killed" | "hit" | "hitAfterWriting") =>
        counts.reduce((total, count) => total + count[field], 0);
      expect(sum("killed")).toBe(kills);
      // A test that kills only before or after the work proves nothing.
      expect(sum("hit")).toBeGreaterThan(kills * 0.7);
      expect(sum("hitAfterWriting")).toBeGreaterThan(kills * 0.3);
    },
  );

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends on %s with one line and 130, and loses nothing when it is run again",
    { timeout: 60_000 },
    async (signal) => {
      const expected = await collectUndisturbed();
      const [stage = ""] = stages;
      const watch = watchRequests();
      const world = await commandWorld({ now: stage, onRequest: watch.onRequest });
      const location = await newLocation(world.directory);
      for (const requests of [1, 9, 40]) {
        const command = startCommand(world, ["collect", "--ledger", location], { clock: stage });
        watch.after(requests, () => command.process.kill(signal));
        expect(await command.ended).toEqual({
          code: 130,
          signal: null,
          stdout: "",
          stderr: "spendbook: interrupted; what was collected is kept, run the same command to go on\n",
        });
        expect((await runsOf(location)).filter(({ status }) => status === "running")).toEqual([]);
      }
      await collect(world, location);
      expect(differences(await exportOf(location), expected.get(stage) ?? [])).toEqual([]);
    },
  );
});
