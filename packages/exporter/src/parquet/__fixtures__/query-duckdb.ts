import { createRequire } from "node:module";
import { join } from "node:path";
import { programsFolder } from "../../../../../scripts/install-programs.mjs";

export type Row = Readonly<Record<string, string | boolean | number | null>>;

interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Row[] }>;
  closeSync(): void;
}

interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}

/** Runs statements in a DuckDB of its own, and gives the rows of the last; decimals and instants as text. */
export async function queryDuckDb(...statements: readonly string[]): Promise<Row[]> {
  const require = createRequire(join(programsFolder, "package.json"));
  const { DuckDBInstance } = require("@duckdb/node-api") as DuckDb;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    let rows: Row[] = [];
    for (const statement of ["set TimeZone = 'UTC'", ...statements])
      rows = (await connection.runAndReadAll(statement)).getRowObjectsJson();
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
