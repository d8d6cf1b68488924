import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandWorld } from "../__fixtures__/command.js";
import { collectUndisturbed, stages } from "./__fixtures__/collect-undisturbed.js";
import { type Engine, postgres, sqlite } from "./__fixtures__/engine.js";
import { differences, exportOf, runsOf } from "./__fixtures__/read-ledger.js";
import { startCommand } from "./__fixtures__/start-command.js";
import { watchRequests } from "./__fixtures__/watch-requests.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const engines: readonly Engine[] = [sqlite, postgres(() => server)];
const [stage] = stages;

/** A sandbox that holds back every answer after so many requests, until it is let go. */
async function heldWorld(requests: number) {
  const watch = watchRequests();
  let isHeld = false;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const held = new Promise<void>((resolve) => {
    watch.after(requests, () => {
      isHeld = true;
      resolve();
    });
  });
  const world = await commandWorld({
    now: stage,
    onRequest: async () => {
      watch.onRequest();
      if (isHeld) await gate;
    },
  });
  return { world, held, letGo };
}

describe.each(engines)("two collectors at once on a ledger in $name", (engine) => {
  test("take turns at the same accounts, and nothing is doubled", { timeout: 180_000 }, async () => {
    const expected = (await collectUndisturbed()).get(stage) ?? [];
    const { world, held, letGo } = await heldWorld(12);
    const location = await engine.newLocation(world.directory);
    const args = ["collect", "--quiet", "--ledger", location];
    const first = startCommand(world, args, { clock: stage });
    await held;
    // By then all that the first asks for side by side has come.
    await setTimeout(1_000);
    const asked = world.sandbox.requests.length;
    const second = startCommand(world, args, { clock: stage });
    await setTimeout(2_000);
    expect(world.sandbox.requests.length).toBe(asked);
    letGo();
    for (const { ended } of [first, second])
      expect(await ended).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    expect(differences(await exportOf(location), expected)).toEqual([]);
    const runs = await runsOf(location);
    expect(runs.map(({ number, status }) => [number, status])).toEqual(
      Array.from({ length: 4 }, () => [
        [1, "complete"],
        [2, "complete"],
      ]).flat(),
    );
    for (const { number, pid, added } of runs) {
      expect(pid).toBe((number === 1 ? first : second).process.pid);
      if (number === 2) expect(added).toBe(0);
    }
  });

  test("collect different accounts at the same time, from the first opening on", { timeout: 180_000 }, async () => {
    const expected = await collectUndisturbed();
    const world = await commandWorld({ now: stage });
    const location = await engine.newLocation(world.directory);
    const files: string[] = [];
    for (const [index, account] of world.config.accounts.entries()) {
      const file = join(world.directory, `account-${index}.json`);
      await writeFile(file, JSON.stringify({ ...world.config, accounts: [account] }));
      files.push(file);
    }
    for (const clock of stages) {
      world.sandbox.advance(clock);
      const collectors = files.map((file) =>
        startCommand(world, ["collect", "--quiet", "--config", file, "--ledger", location], { clock }),
      );
      for (const { ended } of collectors)
        expect(await ended).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
      expect(differences(await exportOf(location), expected.get(clock) ?? [])).toEqual([]);
    }
    // Nothing is left beside an SQLite file that every collector has closed.
    if (engine.name === "SQLite")
      expect((await readdir(world.directory)).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
  });
});

test("a second collector waits half a minute, and then says who holds each account", { timeout: 180_000 }, async () => {
  const expected = (await collectUndisturbed()).get(stage) ?? [];
  // Side by side, because both only wait.
  await Promise.all(
    engines.map(async (engine) => {
      const { world, held, letGo } = await heldWorld(12);
      const location = await engine.newLocation(world.directory);
      const first = startCommand(world, ["collect", "--quiet", "--ledger", location], { clock: stage });
      await held;
      const second = await startCommand(world, ["collect", "--ledger", location], { clock: stage }).ended;
      expect([second.code, second.stderr]).toEqual([3, ""]);
      const lines = second.stdout.trimEnd().split("\n");
      expect(lines).toHaveLength(4);
      for (const [index, { provider, account }] of world.config.accounts.entries())
        expect(lines[index]).toMatch(
          new RegExp(
            `^${provider}/${account} +PARTIAL  ${provider}/${account} is being collected into \\S+ ` +
              `by process ${first.process.pid} on \\S+ since [^,]+, last active \\S+: wait until it has ended, or end it$`,
          ),
        );
      expect(second.stdout).not.toContain(encodeURIComponent(server.password));
      letGo();
      expect((await first.ended).code).toBe(0);
      expect(differences(await exportOf(location), expected)).toEqual([]);
    }),
  );
});
