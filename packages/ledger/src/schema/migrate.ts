import type { Database, Query } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import { type Migration, migrations } from "./migrations.js";

/**
 * Brings a ledger to the newest schema in one transaction; several openers at once are fine. An empty database becomes
 * a ledger. Throws `LedgerError` `not_a_ledger` and `schema_too_new`.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  // Most openings find nothing to do, and must not wait for a writer then.
  const snapshot = await database.snapshot();
  const version = await versionOf(database, snapshot.query, steps.length).finally(() => snapshot.release());
  if (version === steps.length) return;
  await database.transact(async (query) => {
    await database.prepareMigration(query);
    const current = await versionOf(database, query, steps.length);
    if (current === 0)
      await query(`CREATE TABLE spendbook.ledger_migration (
        version ${database.terms.integer} NOT NULL PRIMARY KEY CHECK (version >= 1)
      )${database.terms.tableEnd}`);
    for (const [index, statements] of steps.entries()) {
      if (index < current) continue;
      for (const statement of statements(database.terms)) await query(statement);
      await query("INSERT INTO spendbook.ledger_migration (version) VALUES ($1)", [index + 1]);
    }
  });
}

async function versionOf(database: Database, query: Query, newest: number): Promise<number> {
  const tables = await query<{ name: string }>(database.listTables);
  if (tables.length === 0) return 0;
  if (!tables.some(({ name }) => name === "ledger_migration"))
    throw new LedgerError("not_a_ledger", `${database.place} holds another program's tables: give another location`);
  const [row] = await query<{ version: number }>("SELECT max(version) AS version FROM spendbook.ledger_migration");
  const version = row?.version ?? 0;
  if (version > newest)
    throw new LedgerError(
      "schema_too_new",
      `${database.place} was made by a newer spendbook (schema ${version}, this one knows 1 to ${newest}): ` +
        "update spendbook",
    );
  return version;
}
