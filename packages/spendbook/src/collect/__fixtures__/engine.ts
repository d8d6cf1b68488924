import { join } from "node:path";
import type { PostgresServer } from "@spendbook/test-server/postgres";

/** One of the two engines that a ledger is kept in. */
export interface Engine {
  readonly name: "SQLite" | "PostgreSQL";
  /** Where there is no ledger yet; a file is made in `directory`. */
  newLocation(directory: string): Promise<string>;
}

let files = 0;

export const sqlite: Engine = {
  name: "SQLite",
  async newLocation(directory) {
    files += 1;
    return join(directory, `ledger-${files}.sqlite`);
  },
};

/** The server may start after this is called, before the first test. */
export const postgres = (server: () => PostgresServer): Engine => ({
  name: "PostgreSQL",
  newLocation: () => server().createDatabase(),
});
