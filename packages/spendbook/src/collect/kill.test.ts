import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandWorld } from "../__fixtures__/command.js";
import { collectUndisturbed, stages } from "./__fixtures__/collect-undisturbed.js";
import { type Engine, postgres, sqlite } from "./__fixtures__/engine.js";
import { type KillCounts, killCollections } from "./__fixtures__/kill-collections.js";
import { differences, exportOf, runsOf } from "./__fixtures__/read-ledger.js";
import { startCommand } from "./__fixtures__/start-command.js";
import { watchRequests } from "./__fixtures__/watch-requests.js";

/** On each engine; 400 take some minutes. SPENDBOOK_KILL_SEED draws other moments. */
const kills = Number(process.env.SPENDBOOK_KILLS ?? 60);
const seed = process.env.SPENDBOOK_KILL_SEED ?? "1";

const killsAtStage = 10;
const ledgers = Math.ceil(kills / (killsAtStage * stages.length));
/** So many ledgers are filled side by side, to keep two processors at work. */
const lanes = 2;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const engines: readonly Engine[] = [sqlite, postgres(() => server)];

describe.each(engines)("the collector, with its ledger in $name", (engine) => {
  test(`leaves, killed ${ledgers * killsAtStage * stages.length} times and resumed, the ledger of a collection without a break`, {
    timeout: 60_000 + kills * 5_000,
  }, async () => {
    const expected = await collectUndisturbed();
    const counts: KillCounts[] = [];
    let next = 0;
    const lane = async () => {
      while (next < ledgers) {
        next += 1;
        counts.push(await killCollections(engine, killsAtStage, `${seed} ${next}`, expected));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    const sum = (field: keyof KillCounts) => counts.reduce((total, count) => total + count[field], 0);
    if (process.env.SPENDBOOK_KILLS !== undefined)
      process.stdout.write(
        `${engine.name}: ${sum("killed")} kills, ${sum("hit")} of an unfinished run, ${sum("hitAfterWriting")} after it had stored pages\n`,
      );
    // Kills before or after the work prove nothing.
    expect(sum("hit")).toBeGreaterThan(sum("killed") * 0.7);
    expect(sum("hitAfterWriting")).toBeGreaterThan(sum("killed") * 0.5);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends on %s with one line and 130, and loses nothing when it is run again",
    {
      timeout: 120_000,
    },
    async (signal) => {
      const [stage] = stages;
      const watch = watchRequests();
      const world = await commandWorld({ now: stage, onRequest: watch.onRequest });
      const location = await engine.newLocation(world.directory);
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
      const last = startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: stage });
      expect((await last.ended).code).toBe(0);
      expect(differences(await exportOf(location), (await collectUndisturbed()).get(stage) ?? [])).toEqual([]);
    },
  );
});
