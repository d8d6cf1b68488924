import type { Value } from "../database.js";
import type { LotQuery } from "../lot-query.js";

/** What a reader's thread is given when it starts. */
export interface ReaderThreadData {
  readonly path: string;
  readonly wait: number;
}

/** What a reader's thread is asked; it answers in the order of asking. */
export type ReaderRequest =
  | { readonly ask: "begin" }
  | { readonly ask: "end" }
  | { readonly ask: "close" }
  | { readonly ask: "query"; readonly sql: string; readonly values: readonly Value[] }
  /** The next lot of a reading that the asker has numbered; null after the last. */
  | { readonly ask: "lot"; readonly reading: number; readonly query: LotQuery }
  /** Nobody asks for this reading's lots any more. */
  | { readonly ask: "leave"; readonly reading: number };

/** What SQLite threw: an error itself would lose its code between threads. */
export interface ThreadFailure {
  readonly message: string;
  readonly code: unknown;
  readonly rawCode: unknown;
}

export type ReaderAnswer = { readonly value: unknown } | { readonly failure: ThreadFailure };
