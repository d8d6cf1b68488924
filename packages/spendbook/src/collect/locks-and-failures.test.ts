import { chmod, mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandWorld, commandWorld } from "../__fixtures__/command.js";
import { collectUndisturbed, stages } from "./__fixtures__/collect-undisturbed.js";
import { type Engine, postgres, sqlite } from "./__fixtures__/engine.js";
import { differences, exportOf } from "./__fixtures__/read-ledger.js";
import { type StartOptions, startCommand } from "./__fixtures__/start-command.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const [stage] = stages;
const smallDisk = fileURLToPath(new URL("__fixtures__/small-disk.mjs", import.meta.url));
/** Root may write everywhere, so where the tests run as root, the command runs as nobody. */
const nobody = process.getuid?.() === 0 ? { user: 65534 } : {};

const start = (world: CommandWorld, location: string, options: StartOptions = {}) =>
  startCommand(world, ["collect", "--ledger", location], { clock: stage, ...options });

/** Collects, and expects it to fail with one line, exit code 1 and nothing else. */
async function expectOneLine(world: CommandWorld, location: string, line: RegExp, options: StartOptions = {}) {
  const { code, stdout, stderr } = await start(world, location, options).ended;
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: expect.stringMatching(line) });
  expect(stderr).toMatch(/^spendbook: [^\n]+\n$/);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+|node:/);
}

async function expectWhole(world: CommandWorld, location: string) {
  expect((await start(world, location).ended).code).toBe(0);
  expect(differences(await exportOf(location), (await collectUndisturbed()).get(stage) ?? [])).toEqual([]);
}

describe("a ledger in SQLite", () => {
  test.each([
    ["the disk is full", { preload: smallDisk }, /no space is left for \S+: free some and run again/],
    ["a quota is used up", { shell: "ulimit -f 600" }, /writing \S+ failed: check its disk and quota/],
  ])("is whole once %s no more", { timeout: 180_000 }, async (_why, options, line) => {
    const world = await commandWorld({ now: stage });
    const location = await sqlite.newLocation(world.directory);
    await expectOneLine(world, location, line, options);
    expect((await exportOf(location)).length).toBeGreaterThan(1);
    await expectOneLine(world, location, line, options);
    await expectWhole(world, location);
  });

  test("says what it cannot write, and is left as it is", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const location = await sqlite.newLocation(world.directory);
    await chmod(world.directory, 0o755);
    await expectWhole(world, location);
    const before = await exportOf(location);
    await chmod(location, 0o444);
    await expectOneLine(world, location, /ledger-\d+\.sqlite cannot be (opened|written): allow/, nobody);
    await chmod(world.directory, 0o555);
    await expectOneLine(world, location, /ledger-\d+\.sqlite cannot be (opened|written): allow/, nobody);
    await expectOneLine(world, join(world.directory, "new.sqlite"), /new\.sqlite cannot be created: allow/, nobody);
    await chmod(world.directory, 0o755);
    expect(differences(await exportOf(location), before)).toEqual([]);
  });

  test("is not looked for where no file can be", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const folder = join(world.directory, "folder.sqlite");
    await mkdir(folder);
    await expectOneLine(world, folder, /folder\.sqlite cannot be opened: it is a folder; name a file in it/);
    const nowhere = join(world.directory, "missing", "ledger.sqlite");
    await expectOneLine(world, nowhere, /the folder \S+missing does not exist; create it/);
    await expectOneLine(
      world,
      "mysql://user:Pa55-word@host/db",
      /a ledger is a file, or a URL that begins with postgres/,
    );
  });

  test("is refused where its bytes are damaged", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const garbage = join(world.directory, "garbage.sqlite");
    await writeFile(garbage, Buffer.alloc(65_536, 0xa5));
    await expectOneLine(world, garbage, /garbage\.sqlite is not a ledger: give another location/);

    const location = await sqlite.newLocation(world.directory);
    await expectWhole(world, location);
    const file = await open(location, "r+");
    const { size } = await file.stat();
    // All pages but the first, which holds the header.
    await file.write(Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096);
    await file.close();
    await expectOneLine(world, location, /ledger-\d+\.sqlite is damaged: restore it from a copy, or move it away/);
  });

  test("is refused where a newer spendbook made it", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const location = await sqlite.newLocation(world.directory);
    await expectWhole(world, location);
    const before = await exportOf(location);
    const client = new Libsql(location);
    client.exec("INSERT INTO ledger_migration (version) VALUES (99)");
    await expectOneLine(world, location, /made by a newer spendbook \(schema 99, .*\): update spendbook$/m);
    client.exec("DELETE FROM ledger_migration WHERE version = 99");
    client.close();
    expect(differences(await exportOf(location), before)).toEqual([]);
  });
});

describe("a ledger in PostgreSQL", () => {
  test("that cannot be reached is named without its password", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const url = new URL(await server.createDatabase());
    const password = "wr0ng-%-secret";
    const change = (changes: Partial<URL>) => Object.assign(new URL(url), changes).href;
    for (const [location, line] of [
      [change({ port: "1" }), /127\.0\.0\.1:1\/ledger_\d+ cannot be reached \(.*ECONNREFUSED/],
      [change({ password: encodeURIComponent(password) }), /refuses the user or the password: check both/],
      [change({ pathname: "/none" }), /\/none does not exist: create the database, then run again/],
      [`postgres://postgres:${password}@127.0.0.1:${url.port}/none`, /./],
      [`postgres://postgres:/${password}@127.0.0.1/none`, /the PostgreSQL URL cannot be read: write it as/],
    ] as const) {
      await expectOneLine(world, location, line);
      const { stdout, stderr } = await start(world, location).ended;
      for (const secret of [password, server.password])
        for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
          expect(stdout + stderr).not.toContain(form);
    }
  });

  test("that a newer spendbook made, or that only reads, is refused", { timeout: 180_000 }, async () => {
    const world = await commandWorld({ now: stage });
    const location = await server.createDatabase();
    await expectWhole(world, location);
    await server.run(location, "INSERT INTO spendbook.ledger_migration (version) VALUES (99)");
    await expectOneLine(world, location, /made by a newer spendbook \(schema 99, .*\): update spendbook$/m);
    await server.run(location, "DELETE FROM spendbook.ledger_migration WHERE version = 99");
    const database = new URL(location).pathname.slice(1);
    await server.run(location, `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    await expectOneLine(world, location, /only reads: give the primary server/);
  });

  test("whose connections break is whole after the next run", { timeout: 180_000 }, async () => {
    const location = await server.createDatabase();
    let requests = 0;
    const world = await commandWorld({
      now: stage,
      onRequest: async () => {
        requests += 1;
        if (requests === 15)
          await server.run(
            location,
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()`,
          );
      },
    });
    await expectOneLine(world, location, /ledger_\d+ (broke the connection off|is shutting down|cannot be reached)/);
    await expectWhole(world, location);
  });
});

describe.each<Engine>([sqlite, postgres(() => server)])(
  "a clock that jumps back, with the ledger in $name",
  (engine) => {
    test("loses nothing and doubles nothing", { timeout: 180_000 }, async () => {
      const expected = await collectUndisturbed();
      const world = await commandWorld({ now: stage });
      const location = await engine.newLocation(world.directory);
      const clocks = ["2026-09-01T00:05:00Z", "2026-06-20T11:00:00Z", "2026-10-31T23:00:00Z"];
      for (const [index, now] of stages.entries()) {
        world.sandbox.advance(now);
        const { code, stderr } = await start(world, location, { clock: clocks[index] ?? now }).ended;
        expect([code, stderr]).toEqual([0, ""]);
        // The order of the balances is that of the times they were taken at, which is wrong; all of them are there.
        const sorted = [...(await exportOf(location))].sort();
        expect(differences(sorted, [...(expected.get(now) ?? [])].sort())).toEqual([]);
      }
    });
  },
);
