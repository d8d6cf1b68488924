import type { Query } from "./database.js";

/** What a transaction is made of. */
export interface TransactionSteps {
  begin(): Promise<unknown>;
  readonly query: Query;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

/** Runs the work in one transaction: committed whole, or not at all where the work throws. */
export async function inTransaction<T>(
  { begin, query, commit, rollback }: TransactionSteps,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  await begin();
  try {
    const result = await work(query);
    await commit();
    return result;
  } catch (error) {
    // A broken connection or thread cannot roll back; the database then does so by itself.
    await rollback().catch(() => {});
    throw error;
  }
}
