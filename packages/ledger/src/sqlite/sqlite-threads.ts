import { availableParallelism } from "node:os";

/** When a ledger file is worked on by threads other than the caller's. */
export interface SqliteThreads {
  /** The least size of the file, in bytes, from which readings of many rows run on threads of their own. */
  readonly readFrom: number;
  /** Readings beyond this many at once run on the caller's thread. */
  readonly readersAtMost: number;
  /** Transactions written on the caller's thread before a thread of its own takes over. */
  readonly writeAfter: number;
}

const otherCores = availableParallelism() - 1;

/** A thread takes 40 ms to start, which much work makes up for; it needs a core of its own. */
export const defaultThreads: SqliteThreads = {
  readFrom: 32 * 2 ** 20,
  readersAtMost: otherCores,
  writeAfter: otherCores > 0 ? 20 : Number.POSITIVE_INFINITY,
};
