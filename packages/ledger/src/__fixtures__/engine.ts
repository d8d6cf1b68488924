import { join } from "node:path";
import type { PostgresServer } from "@spendbook/test-server/postgres";
import Libsql from "libsql";
import { temporaryFolder } from "./temporary-folder.js";

/** One of the two engines, as the conformance suite uses it. */
export interface Engine {
  readonly name: "SQLite" | "PostgreSQL";
  /** Where there is no ledger yet; gone when the test has finished. */
  newLocation(): Promise<string>;
  /** Runs statements in the ledger's database, beside the ledger. */
  run(location: string, sql: string): Promise<void>;
}

export const sqlite: Engine = {
  name: "SQLite",
  newLocation: async () => join(await temporaryFolder(), "ledger.db"),
  async run(location, sql) {
    const client = new Libsql(":memory:");
    client.prepare("ATTACH ?1 AS spendbook").run([location]);
    client.exec(sql);
    client.exec("DETACH spendbook");
  },
};

/** The server may start after this is called, before the first test. */
export const postgres = (server: () => PostgresServer): Engine => ({
  name: "PostgreSQL",
  newLocation: () => server().createDatabase(),
  run: (location, sql) => server().run(location, sql),
});
