import pg from "pg";
import { LedgerError } from "../ledger-error.js";
import type { PostgresAccess } from "./lock-postgres-account.js";
import { postgresError } from "./postgres-error.js";
import { type ConnectionQueries, sessionSettings } from "./postgres-query.js";

/** Readings and short transactions at once; every run of an account has a connection of its own besides. */
const pooledConnections = 8;

/** A connection that is lent. */
export interface PooledConnection extends ConnectionQueries {
  /** Gives it back, or drops it where it may be in an unknown state. Calling it twice is fine. */
  release(drop: boolean): void;
}

/** The connections for readings and short transactions. */
export function createPool({ config, wait, queries, place }: PostgresAccess) {
  const pool = new pg.Pool({
    ...config,
    max: pooledConnections,
    onConnect: async (client) => {
      await client.query(sessionSettings(wait));
    },
  });
  // A pooled connection that breaks while idle is replaced; its error would otherwise end the process.
  pool.on("error", () => {});
  const lent = new Set<pg.PoolClient>();
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new LedgerError("ledger_closed", `${place} was closed: open it again`);
  };

  const connect = async (): Promise<PooledConnection> => {
    assertOpen();
    const client = await pool.connect().catch((error: unknown) => {
      throw postgresError(error, place);
    });
    // What breaks the connection is thrown by the next query.
    const ignore = () => {};
    client.on("error", ignore);
    lent.add(client);
    return {
      ...queries(client),
      release: (drop) => {
        if (!lent.delete(client)) return;
        client.off("error", ignore);
        client.release(drop);
      },
    };
  };

  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    // A reading that was given up half-way would keep the pool from ending.
    for (const client of lent) client.release(true);
    lent.clear();
    await pool.end();
  };

  return { connect, assertOpen, close };
}
