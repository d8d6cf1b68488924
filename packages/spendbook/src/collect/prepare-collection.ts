import { setMaxListeners } from "node:events";
import { isLedgerError, type Ledger } from "@spendbook/ledger";
import { isClientError } from "@spendbook/prime-intellect";
import pThrottle from "p-throttle";
import { accountKey } from "../config/account-key.js";
import type { Environment } from "../config/config-from-environment.js";
import type { AccountConfig } from "../config/config-schema.js";
import { readSecret } from "../config/read-secret.js";
import type { Io } from "../io.js";
import { ConfigError } from "../spendbook-error.js";
import { type AccountState, collectAccount } from "./collect-account.js";
import { accountTimeLimit, collectionLimits } from "./collection-limits.js";
import { createFeed } from "./create-feed.js";

/** How the collection of an account ended. */
export interface CollectionResult {
  readonly provider: AccountConfig["provider"];
  readonly account: string;
  /** Why it is not complete, in words for a person; null where it is. */
  readonly reason: string | null;
  /** Whether another collector was at it, so that nothing was read. */
  readonly locked: boolean;
  readonly requests: number;
  readonly records: number;
}

/**
 * Makes the collection of one account ready, and gives what starts it. Throws `ConfigError` before anything is sent.
 * `onPage` is told how many records each page held; `lockTimeoutMs`
 * is how long to wait for another collector, the ledger's own time where it is left out.
 */
export async function prepareCollection(
  account: AccountConfig,
  environment: Environment,
  ledger: Ledger,
  io: Io,
  onPage: (records: number) => void,
  lockTimeoutMs?: number,
): Promise<() => Promise<CollectionResult>> {
  const apiKey = await readSecret(account.apiKey, environment, io.directory);
  const name = { provider: account.provider, account: account.account };
  const timeLimit = new AbortController();
  const signal = AbortSignal.any([io.signal, timeLimit.signal]);
  // As many calls as run at once listen on it, which is no leak.
  setMaxListeners(0, signal);
  const throttle = pThrottle({ limit: account.maxRequestsPerSecond ?? 20, interval: 1000 });
  const count = { requests: 0, records: 0 };
  const feed = feedOf(account, {
    apiKey,
    signal,
    begunAt: io.now(),
    fetch: throttle((request: Request) => fetch(request)),
    onAttempt: () => {
      count.requests += 1;
    },
  });

  return async () => {
    const run = await ledger
      .beginRun(name, { signal, ...(lockTimeoutMs !== undefined && { lockTimeoutMs }) })
      .catch((error: unknown) => {
        if (isLedgerError(error) && error.code === "account_locked") return error.message;
        throw error;
      });
    if (typeof run === "string") return { ...name, reason: run, locked: true, ...count };
    const timer = setTimeout(() => timeLimit.abort(), accountTimeLimit);
    try {
      const { state, reasons, passes } = await collectAccount(
        run,
        feed,
        (run.cursor ?? {}) as unknown as AccountState,
        {
          now: io.now,
          limits: collectionLimits,
          onPage: (records) => {
            count.records += records;
            onPage(records);
          },
        },
      );
      const reason = describe(reasons, io.signal, timeLimit.signal);
      const status = reason === null ? "complete" : "partial";
      await run.finish({ status, reason, requests: count.requests, passes, cursor: state as never });
      return { ...name, reason, locked: false, ...count };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // The account is another collector's now; this one's other accounts are not.
      if (isLedgerError(error) && error.code === "run_taken_over") return { ...name, reason, locked: false, ...count };
      // Where the ledger itself fails, the first failure is the one to tell.
      await run.finish({ status: "failed", reason, requests: count.requests, passes: 0 }).catch(() => {});
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

function feedOf(account: AccountConfig, options: Parameters<typeof createFeed>[1]) {
  try {
    return createFeed(account, options);
  } catch (cause) {
    if (isClientError(cause)) throw new ConfigError(accountKey(account), cause.message, { cause });
    throw cause;
  }
}

function describe(reasons: readonly string[], interrupt: AbortSignal, timeLimit: AbortSignal): string | null {
  if (reasons.length === 0) return null;
  if (interrupt.aborted) return "the collection was interrupted; run it again";
  if (timeLimit.aborted) return `the collection took longer than ${accountTimeLimit / 3_600_000} hours; run it again`;
  return reasons.join("; ");
}
