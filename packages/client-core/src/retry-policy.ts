import type { ClientError } from "./client-error.js";

/** How failed reads are repeated. Durations are in milliseconds. */
export interface RetryOptions {
  /** Retries after the first attempt. Default 3; 0 turns retrying off. */
  readonly limit?: number;
  /** The longest `Retry-After` that is waited for; a longer one ends the call with `rate_limited`. Default 60 000. */
  readonly maxRetryAfter?: number;
  /** The first wait of our own, doubled with each retry. Default 500. */
  readonly backoff?: number;
  /** The longest wait of our own. Default 8 000. */
  readonly backoffLimit?: number;
}

export const defaultRetry: Required<RetryOptions> = {
  limit: 3,
  maxRetryAfter: 60_000,
  backoff: 500,
  backoffLimit: 8_000,
};

/**
 * The wait in milliseconds before the next attempt, or null to give up. `attempt` counts from 1.
 * The provider's `Retry-After` is taken as it stands; jitter spreads only waits of our own.
 */
export function retryDelay(
  error: ClientError,
  attempt: number,
  policy: Required<RetryOptions>,
  random: () => number,
): number | null {
  if (!error.retryable || attempt > policy.limit) return null;
  if (error.retryAfter !== undefined) return error.retryAfter <= policy.maxRetryAfter ? error.retryAfter : null;
  const ceiling = Math.min(policy.backoffLimit, policy.backoff * 2 ** (attempt - 1));
  // Half fixed, half random: spread enough to part a herd, never an immediate hammering.
  return ceiling / 2 + (ceiling / 2) * random();
}
