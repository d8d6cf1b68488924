import pg from "pg";
import type { AccountLock, Transact } from "../database.js";
import { inTransaction } from "../in-transaction.js";
import { createSerializer } from "../serializer.js";
import { createStorePages } from "../store-pages.js";
import { postgresError } from "./postgres-error.js";
import { type ConnectionQueries, sessionSettings, transactionOn } from "./postgres-query.js";

/** Lets the server notice within half a minute that the holder's machine is gone, instead of after two hours. */
const keepAlive = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

/** How to make another connection to the same database. */
export interface PostgresAccess {
  readonly config: pg.ClientConfig;
  /** Milliseconds to wait for a lock. */
  readonly wait: number;
  readonly queries: (client: pg.ClientBase) => ConnectionQueries;
  readonly place: string;
}

/**
 * Takes an advisory lock on a connection of its own, on which the holder then writes: the server frees the lock when the
 * connection ends, however it ends, and with it the holder's power to write. Null where it is held.
 */
export async function lockPostgresAccount(
  { config, wait, queries, place }: PostgresAccess,
  accountId: number,
): Promise<AccountLock | null> {
  const client = new pg.Client(config);
  // What breaks the connection is thrown by the next query.
  client.on("error", () => {});
  const release = () => client.end().catch(() => {});
  try {
    await client.connect();
    await client.query(`${keepAlive}; ${sessionSettings(wait)}`);
    // The table's own number keeps two ledgers on one server apart.
    const { rows } = await client.query<{ locked: boolean }>(
      "SELECT pg_try_advisory_lock((CAST('spendbook.account'::regclass AS bigint) - 2147483648)::int, $1::int) AS locked",
      [accountId],
    );
    if (rows[0]?.locked !== true) {
      await release();
      return null;
    }
  } catch (error) {
    await release();
    throw postgresError(error, place);
  }
  const serialize = createSerializer();
  const { query } = queries(client);
  const transact: Transact = (work) => serialize(() => inTransaction(transactionOn(query), work));
  return {
    exclusive: true,
    transact,
    storePages: createStorePages(transact),
    release: () => serialize(release),
  };
}
