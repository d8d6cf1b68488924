import { statSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import type { OpenSnapshot } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import type { LotQuery, ReadLots } from "../lot-query.js";
import { openSession, type Session } from "./session.js";
import type { SqliteThreads } from "./sqlite-threads.js";
import { startSessionThread } from "./start-session-thread.js";

export interface Readers {
  readonly snapshot: OpenSnapshot;
  /** Ends all readings. */
  close(): Promise<void>;
}

/** The connections that read, each kept for the next reading; of many rows of a large file on threads of their own. */
export function createReaders(path: string, wait: number, { readFrom, readersAtMost }: SqliteThreads): Readers {
  const readers = new Set<Session>();
  const idle: Session[] = [];
  const idleThreads: Session[] = [];
  let threadsStarted = 0;
  let closed = false;

  const mayStartThread = () =>
    threadsStarted < readersAtMost && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= readFrom;

  const startThread = () => {
    threadsStarted += 1;
    return startSessionThread(path, wait, "reader");
  };

  return {
    snapshot: async (extent = "few") => {
      const onThread = extent === "many" && (idleThreads.length > 0 || mayStartThread());
      const pool = onThread ? idleThreads : idle;
      const reader = pool.pop() ?? (onThread ? startThread() : await openSession(path, wait, "reader"));
      readers.add(reader);
      await reader.begin();
      let released = false;
      const assertReading = async () => {
        await turn();
        if (released || closed)
          throw new LedgerError("ledger_closed", `the reading of ${path} has ended: begin another`);
      };
      return {
        query: (sql, values) => assertReading().then(() => reader.query(sql, values)),
        lots: async function* (query: LotQuery) {
          await assertReading();
          for await (const lot of reader.lots(query)) {
            yield lot;
            await assertReading();
          }
        } as ReadLots,
        release: async () => {
          if (released || closed) return;
          released = true;
          await reader.rollback();
          pool.push(reader);
        },
      };
    },
    close: async () => {
      closed = true;
      const closing = [...readers].map((reader) => reader.close());
      readers.clear();
      await Promise.all(closing);
    },
  };
}
