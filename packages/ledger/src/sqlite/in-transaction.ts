import type { Query } from "../database.js";

/** What a transaction is made of. */
export interface TransactionSteps {
  begin(): Promise<void>;
  readonly query: Query;
  commit(): Promise<void>;
  rollback(): Promise<void>;
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
    // A thread that broke down has nothing to undo.
    await rollback().catch(() => {});
    throw error;
  }
}
