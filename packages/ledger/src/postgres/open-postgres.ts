import pg from "pg";
import type { Database, Snapshot, Transact } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import { lockPostgresAccount } from "./lock-postgres-account.js";
import { postgresError } from "./postgres-error.js";
import { postgresPlace } from "./postgres-place.js";
import { createQueries, inTransaction, sessionSettings, types } from "./postgres-query.js";
import { postgresTerms } from "./postgres-terms.js";

/** Readings and short transactions at once; every run of an account has a connection of its own besides. */
const pooledConnections = 8;

/** Opens the ledger in the schema `spendbook` of a PostgreSQL database; `wait` milliseconds at most for the server. */
export async function openPostgres(location: string, wait: number): Promise<Database> {
  const place = postgresPlace(location);
  const config: pg.ClientConfig = {
    connectionString: location,
    connectionTimeoutMillis: wait,
    fallback_application_name: "spendbook",
    keepAlive: true,
    types,
  };
  const queries = createQueries(place);
  const pool = new pg.Pool({
    ...config,
    max: pooledConnections,
    onConnect: async (client) => {
      await client.query(sessionSettings(wait));
    },
  });
  // A pooled connection that breaks while idle is replaced; its error would otherwise end the process.
  pool.on("error", () => {});
  const busy = new Set<pg.PoolClient>();
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new LedgerError("ledger_closed", `${place} was closed: open it again`);
  };

  const connect = async () => {
    assertOpen();
    const client = await pool.connect().catch((error: unknown) => {
      throw postgresError(error, place);
    });
    const ignore = () => {};
    client.on("error", ignore);
    busy.add(client);
    return {
      query: queries(client),
      /** Gives the connection back, or drops it where it may be in an unknown state. */
      release: (drop: boolean) => {
        if (!busy.delete(client)) return;
        client.off("error", ignore);
        client.release(drop);
      },
    };
  };

  const transact: Transact = async (work) => {
    const { query, release } = await connect();
    try {
      const result = await inTransaction(query, work);
      release(false);
      return result;
    } catch (error) {
      release(true);
      throw error;
    }
  };

  const snapshot = async (): Promise<Snapshot> => {
    const { query, release } = await connect();
    let released = false;
    try {
      await query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } catch (error) {
      release(true);
      throw error;
    }
    return {
      query: async (sql, values) => {
        if (released || closed)
          throw new LedgerError("ledger_closed", `the reading of ${place} has ended: begin another`);
        return query(sql, values);
      },
      release: async () => {
        if (released || closed) return;
        released = true;
        await query("ROLLBACK").then(
          () => release(false),
          () => release(true),
        );
      },
    };
  };

  const close = async () => {
    if (closed) return;
    closed = true;
    // A reading that was given up half-way would keep the pool from ending.
    for (const client of busy) client.release(true);
    busy.clear();
    await pool.end();
  };

  return {
    place,
    terms: postgresTerms,
    listTables: "SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = 'spendbook'",
    async prepareMigration(query) {
      await query("SELECT pg_advisory_xact_lock(hashtextextended('spendbook migration', 0))");
      const [encoding] = await query<{ server_encoding: string }>("SHOW server_encoding");
      if (encoding?.server_encoding !== "UTF8")
        throw new LedgerError(
          "unsupported_database",
          `${place} keeps text as ${encoding?.server_encoding}: create a database with ENCODING 'UTF8'`,
        );
      const [schema] = await query<{ exists: string | null }>("SELECT to_regnamespace('spendbook')::text AS exists");
      if (schema?.exists === null) await query("CREATE SCHEMA spendbook");
    },
    transact,
    snapshot,
    lockAccount: async (accountId) => {
      assertOpen();
      return lockPostgresAccount({ config, wait, queries, place }, accountId);
    },
    close,
  };
}
