import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../open-database.js";
import { migrate } from "../../schema/migrate.js";
import { type Migration, migrations } from "../../schema/migrations.js";
import type { Engine } from "../engine.js";
import { account, collect, record } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

/** How a ledger comes to be, and which one is refused. */
export function describeOpening(engine: Engine) {
  it("makes one ledger where many open it at once for the first time", async () => {
    const location = await engine.newLocation();
    const ledgers = await Promise.all(Array.from({ length: 6 }, () => openForTest(location)));
    const [first] = ledgers;
    const run = await first?.beginRun(account);
    await run?.storePage({ records: [record("a")] });
    for (const ledger of ledgers) expect(await collect(ledger.records())).toHaveLength(1);
  });

  it("opens again what it made, while others have it open", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")] });
    const other = await openForTest(location);
    expect(await collect(other.records())).toHaveLength(1);
    await ledger.close();
    expect(await collect(other.records())).toHaveLength(1);
  });

  it("refuses what a newer spendbook made, and touches nothing", async () => {
    const location = await engine.newLocation();
    await (await openForTest(location)).close();
    await engine.run(location, "INSERT INTO spendbook.ledger_migration (version) VALUES (7)");
    const opening = openForTest(location);
    await expect(opening).rejects.toMatchObject({ code: "schema_too_new" });
    await expect(opening).rejects.toThrow(
      /was made by a newer spendbook \(schema 7, this one knows 1 to 2\): update spendbook$/,
    );
    await engine.run(location, "DELETE FROM spendbook.ledger_migration WHERE version = 7");
    await openForTest(location);
  });

  it("brings an older ledger up to date in one step, or leaves it as it was", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    await (await ledger.beginRun(account)).storePage({ records: [record("a")] });
    await ledger.close();
    const database = await openDatabase(location, 1000);
    onTestFinished(() => database.close());
    const addColumn: Migration = ({ text }) => [`ALTER TABLE spendbook.record ADD COLUMN note ${text}`];
    const broken: Migration = () => ["INSERT INTO spendbook.record (note) VALUES ('no account')"];
    const columnOf = () => database.transact((query) => query("SELECT note FROM spendbook.record"));

    await expect(migrate(database, [...migrations, addColumn, broken])).rejects.toMatchObject({
      code: "ledger_failed",
    });
    await expect(columnOf()).rejects.toMatchObject({ code: "ledger_failed" });
    await Promise.all([migrate(database, [...migrations, addColumn]), migrate(database, [...migrations, addColumn])]);
    expect(await columnOf()).toEqual([{ note: null }]);
    await expect(openForTest(location)).rejects.toMatchObject({ code: "schema_too_new" });
  });

  it("refuses another program's tables", async () => {
    const location = await engine.newLocation();
    if (engine.name === "PostgreSQL") await engine.run(location, "CREATE SCHEMA spendbook");
    await engine.run(location, "CREATE TABLE spendbook.invoices (id integer)");
    const opening = openForTest(location);
    await expect(opening).rejects.toMatchObject({ code: "not_a_ledger" });
    await expect(opening).rejects.toThrow("holds another program's tables: give another location");
  });

  it("leaves it to the database to refuse what breaks a rule", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")] });
    for (const broken of [
      "INSERT INTO spendbook.account (provider, name) VALUES ('neevcloud', 'acme')",
      "INSERT INTO spendbook.account (provider, name) VALUES ('neevcloud', '')",
      "UPDATE spendbook.run SET status = 'complete'",
      "UPDATE spendbook.run SET status = 'lost', finished_at = active_at",
      "UPDATE spendbook.run SET active_at = started_at - 1",
      "UPDATE spendbook.revision SET last_seen_at = first_seen_at - 1",
      "UPDATE spendbook.revision SET sha256 = 'short'",
      "UPDATE spendbook.revision SET record_id = 99",
      "UPDATE spendbook.revision SET run_id = 99",
      "UPDATE spendbook.record SET list_id = 99",
      "DELETE FROM spendbook.record",
      "INSERT INTO spendbook.record (account_id, list_id, source_id, occurred_at) SELECT account_id, list_id, source_id, 0 FROM spendbook.record",
      `INSERT INTO spendbook.run (account_id, number, status, started_at, active_at, cursor, host, machine, pid)
       SELECT account_id, 2, status, started_at, active_at, cursor, host, machine, pid FROM spendbook.run`,
    ])
      await expect(engine.run(location, broken), broken).rejects.toThrow(/constraint|CHECK/i);
  });
}
