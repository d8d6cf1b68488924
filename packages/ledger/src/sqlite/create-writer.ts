import type { Transact } from "../database.js";
import { inTransaction } from "../in-transaction.js";
import type { StorePages } from "../store-pages.js";
import { openSession, type Session } from "./session.js";
import { startSessionThread } from "./start-session-thread.js";

export interface Writer {
  /** One transaction after the other: the caller sees to it. */
  readonly transact: Transact;
  readonly storePages: StorePages;
  close(): Promise<void>;
}

/**
 * Opens the connection that writes; after so many transactions a thread writes, so that SQLite does not hold up the
 * caller.
 */
export async function createWriter(path: string, wait: number, writeAfter: number): Promise<Writer> {
  let session: Session = await openSession(path, wait, "writer");
  let transactions = 0;

  const nextSession = async (): Promise<Session> => {
    if (transactions === writeAfter) {
      await session.close();
      session = startSessionThread(path, wait, "writer");
    }
    transactions += 1;
    return session;
  };

  return {
    transact: async (work) => inTransaction(await nextSession(), work),
    storePages: async (take) => (await nextSession()).storePages(take()),
    close: () => session.close(),
  };
}
