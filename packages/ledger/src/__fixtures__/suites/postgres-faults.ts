import { createServer } from "node:net";
import { inspect } from "node:util";
import type { PostgresServer } from "@spendbook/test-server/postgres";
import { expect, it, onTestFinished } from "vitest";
import { isLedgerError } from "../../ledger-error.js";
import { account, collect, complete, record } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

/** What a real server answers when something is wrong, as a person reads it. */
export function describePostgresFaults(server: () => PostgresServer) {
  const failure = async (location: string) => {
    const error: unknown = await openForTest(location, { databaseTimeoutMs: 1000 }).catch((reason: unknown) => reason);
    if (!isLedgerError(error)) throw error;
    return error;
  };

  it("says that the password is wrong, without saying the password", async () => {
    const url = new URL(await server().createDatabase());
    url.password = "wr0ng-s3cret";
    const error = await failure(url.href);
    expect(error.code).toBe("connection_failed");
    expect(error.message).toBe(
      `postgres://postgres@127.0.0.1:${server().port}${url.pathname} refuses the user or the password: check both ` +
        '(password authentication failed for user "postgres")',
    );
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("s3cret");
  });

  it("says that the server or the database is not there", async () => {
    const url = new URL(await server().createDatabase());
    url.pathname = "/nowhere";
    expect(await failure(url.href)).toMatchObject({ code: "connection_failed" });
    expect((await failure(url.href)).message).toContain("/nowhere does not exist: create the database, then run again");
    url.port = "1";
    expect((await failure(url.href)).message).toMatch(/cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:1\)/);
    url.hostname = "no-such-host.invalid";
    expect(await failure(url.href)).toMatchObject({ code: "connection_failed" });
    expect(inspect(await failure(url.href), { depth: null, showHidden: true })).not.toContain(
      encodeURIComponent(server().password),
    );
  });

  it("gives up on a server that does not answer", async () => {
    const silent = createServer((socket) => onTestFinished(() => void socket.destroy()));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await failure(`postgres://user:s3cret@127.0.0.1:${port}/db`)).toMatchObject({ code: "connection_failed" });
  });

  it.each([
    "postgres://user:s3cret#1@host/db",
    "postgres://user:12/s3cret@host/db",
    "postgres://user:s3cret/1@host/db",
    "postgresql://user:s3cret@host:port/db",
    "postgres:user:s3cret@host",
  ])("repeats nothing of a URL that cannot be read: %s", async (location) => {
    const error = await failure(location);
    expect(error.code).toBe("invalid_location");
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("s3cret");
  });

  it("refuses a database that does not keep Unicode", async () => {
    const url = await server().createDatabase("ENCODING 'SQL_ASCII' TEMPLATE template0");
    expect((await failure(url)).message).toContain("keeps text as SQL_ASCII: create a database with ENCODING 'UTF8'");
  });

  it("says which right the user lacks", async () => {
    const url = new URL(await server().createDatabase());
    await server().run(url.href, "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'r'");
    const reader = new URL(url);
    reader.username = "reader";
    reader.password = "r";
    expect((await failure(reader.href)).message).toContain("grant the user its own schema spendbook");
    expect(await failure(reader.href)).toMatchObject({ code: "ledger_read_only" });
    // Who owns the schema needs no right to make one.
    await server().run(url.href, "CREATE SCHEMA spendbook AUTHORIZATION reader");
    const run = await (await openForTest(reader.href)).beginRun(account);
    await run.storePage({ records: [record("a")] });
  });

  it("waits for another session's lock, then says that the ledger is locked", async () => {
    const url = await server().createDatabase();
    const ledger = await openForTest(url, { databaseTimeoutMs: 100 });
    const run = await ledger.beginRun(account);
    const other = await server().connect(url);
    onTestFinished(() => other.end());
    await other.query("BEGIN; LOCK TABLE spendbook.record");
    await expect(run.storePage({ records: [record("a")] })).rejects.toMatchObject({ code: "ledger_locked" });
    await other.query("COMMIT");
    expect(await run.storePage({ records: [record("a")] })).toMatchObject({ added: 1 });
  });

  it("loses a run with its connection, but nothing that it stored", async () => {
    const url = await server().createDatabase();
    const ledger = await openForTest(url);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")], cursor: 1 });
    await server().run(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    const storing = run.storePage({ records: [record("a"), record("b")], cursor: 2 });
    await expect(storing).rejects.toMatchObject({ code: "connection_failed" });
    await expect(run.finish(complete)).rejects.toMatchObject({ code: "connection_failed" });
    const next = await ledger.beginRun(account, { lockTimeoutMs: 5000 });
    expect([next.number, next.cursor]).toEqual([2, 1]);
    expect((await collect(ledger.runs()))[0]).toMatchObject({ status: "interrupted" });
    expect(await collect(ledger.records())).toHaveLength(1);
  });
}
