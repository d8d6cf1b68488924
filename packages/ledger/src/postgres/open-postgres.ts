import type { Database, Snapshot, Transact } from "../database.js";
import { inTransaction } from "../in-transaction.js";
import { LedgerError } from "../ledger-error.js";
import { createLotReader } from "../lot-query.js";
import { createPool } from "./create-pool.js";
import { lockPostgresAccount, type PostgresAccess } from "./lock-postgres-account.js";
import { postgresPlace } from "./postgres-place.js";
import { createQueries, transactionOn, types } from "./postgres-query.js";
import { postgresTerms } from "./postgres-terms.js";

/** Opens the ledger in the schema `spendbook` of a PostgreSQL database; `wait` milliseconds at most for the server. */
export async function openPostgres(location: string, wait: number): Promise<Database> {
  const place = postgresPlace(location);
  const access: PostgresAccess = {
    config: {
      connectionString: location,
      connectionTimeoutMillis: wait,
      fallback_application_name: "spendbook",
      keepAlive: true,
      types,
    },
    wait,
    queries: createQueries(place),
    place,
  };
  const { connect, assertOpen, close } = createPool(access);

  const transact: Transact = async (work) => {
    const { query, release } = await connect();
    try {
      const result = await inTransaction(transactionOn(query), work);
      release(false);
      return result;
    } catch (error) {
      release(true);
      throw error;
    }
  };

  const snapshot = async (): Promise<Snapshot> => {
    const { query, rows, release } = await connect();
    const assertReading = () => {
      assertOpen();
      if (released) throw new LedgerError("ledger_closed", `the reading of ${place} has ended: begin another`);
    };
    let released = false;
    try {
      await query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } catch (error) {
      release(true);
      throw error;
    }
    return {
      query: async (sql, values) => {
        assertReading();
        return query(sql, values);
      },
      lots: createLotReader(async (sql, values) => {
        assertReading();
        return rows(sql, values);
      }),
      release: async () => {
        if (released) return;
        released = true;
        await query("ROLLBACK").then(
          () => release(false),
          () => release(true),
        );
      },
    };
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
    lockClosings: "SELECT pg_advisory_xact_lock(hashtextextended('spendbook closings', 0))",
    transact,
    snapshot,
    lockAccount: async (accountId) => {
      assertOpen();
      return lockPostgresAccount(access, accountId);
    },
    close,
  };
}
