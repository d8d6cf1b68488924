import type { Value } from "../database.js";
import type { LotQuery } from "../lot-query.js";
import type { PagesInput } from "../store-pages.js";
import type { SessionKind } from "./session.js";
import type { ThreadFailure } from "./thread-failure.js";

/** What a session's thread is given when it starts. */
export interface SessionThreadData {
  readonly path: string;
  readonly wait: number;
  readonly kind: SessionKind;
}

/** What a session's thread is asked; it answers in the order of asking. */
export type SessionRequest =
  | { readonly ask: "begin" | "commit" | "rollback" | "close" }
  | { readonly ask: "storePages"; readonly pages: PagesInput }
  | { readonly ask: "query"; readonly sql: string; readonly values: readonly Value[] }
  /** The next lot of a reading that the asker has numbered; null after the last. */
  | { readonly ask: "lot"; readonly reading: number; readonly query: LotQuery }
  /** Nobody asks for this reading's lots any more. */
  | { readonly ask: "leave"; readonly reading: number };

export type SessionAnswer = { readonly value: unknown } | { readonly failure: ThreadFailure };
