import type { ClientBase, CustomTypesConfig } from "pg";
import pg from "pg";
import type { Query, RowQuery, Value } from "../database.js";
import type { TransactionSteps } from "../in-transaction.js";
import { postgresError } from "./postgres-error.js";

/** Statements prepared on each connection; their texts differ by the number of rows. */
const keptStatements = 300;

const int8 = 20;

/** The ledger's whole numbers stay within 2^53. */
export const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * What every connection is told first. Every query of the ledger follows an index; a planner without statistics, as after
 * the first collection, would rather sort or scan a whole table for each few rows. `wait`: milliseconds for a lock.
 */
export const sessionSettings = (wait: number) =>
  `SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
   SET lock_timeout = ${Math.max(1, Math.ceil(wait))}`;

/** One connection's queries. */
export interface ConnectionQueries {
  readonly query: Query;
  readonly rows: RowQuery;
}

/** Makes the queries of one database's connections; a statement is prepared once on each. */
export function createQueries(place: string): (client: ClientBase) => ConnectionQueries {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    let name = names.get(text);
    if (name === undefined && names.size < keptStatements) {
      name = `spendbook_${names.size + 1}`;
      names.set(text, name);
    }
    return name;
  };
  return (client) => {
    const ask = async (text: string, values: readonly Value[], form: object) => {
      const name = nameOf(text);
      try {
        return (await client.query({ text, values: [...values], ...(name !== undefined && { name }), ...form })).rows;
      } catch (error) {
        throw postgresError(error, place);
      }
    };
    return {
      query: (async (text: string, values: readonly Value[] = []) => ask(text, values, {})) as Query,
      rows: (text, values = []) => ask(text, values, { rowMode: "array" }),
    };
  };
}

/** A connection's transactions. */
export const transactionOn = (query: Query): TransactionSteps => ({
  begin: () => query("BEGIN"),
  query,
  commit: () => query("COMMIT"),
  rollback: () => query("ROLLBACK"),
});
