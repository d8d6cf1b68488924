import type { JsonValue } from "./json-value.js";
import type { AccountKey } from "./record.js";

/**
 * How a run ended. `interrupted`: it never said so, because its process was killed, it lost its connection or its
 * ledger was closed; the pages that it stored are kept.
 */
export type RunStatus = "running" | "complete" | "partial" | "failed" | "interrupted";

/** What a collector says when its run is over. */
export interface RunResult {
  readonly status: "complete" | "partial" | "failed";
  /** Why it is not complete, in a sentence; null where it is. */
  readonly reason: string | null;
  /** Requests that the run made. */
  readonly requests: number;
  /** Most passes that a list needed until it came to rest. */
  readonly passes: number;
  /** What the next run of the account resumes from; left out, the last one stored stays. */
  readonly cursor?: JsonValue;
}

/** A collection run of one account, as the ledger keeps it. Instants are UTC (ISO 8601 with Z, milliseconds). */
export interface StoredRun<Provider extends string = string> extends AccountKey<Provider> {
  /** Counts the account's runs from 1. */
  readonly number: number;
  readonly status: RunStatus;
  readonly reason: string | null;
  readonly startedAt: string;
  /** When the run last wrote to the ledger. */
  readonly activeAt: string;
  /** Null while it runs. */
  readonly finishedAt: string | null;
  /** Null until the run says so. */
  readonly requests: number | null;
  readonly passes: number | null;
  /** How many records its pages added, changed and found as they were. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly cursor: JsonValue;
  /** Who collects or collected. */
  readonly host: string;
  readonly pid: number;
}
