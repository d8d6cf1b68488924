import { existsSync } from "node:fs";
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
  const folder = join(programsFolder, "node_modules", "@duckdb", "node-api");
  if (!existsSync(folder)) throw new Error("DuckDB is not installed; run node scripts/install-programs.mjs");
  const { DuckDBInstance } = createRequire(import.meta.url)(folder) as DuckDb;
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
