/** The clock of a run, in milliseconds since the epoch. It may jump, so what it says is never trusted alone. */
export interface RunClock {
  readonly startedAt: number;
  readonly now: () => number;
}

/** How far a provider's clock may be ahead of ours. */
const skew = 300_000;

/**
 * Whether a record was posted while the run was under way: then it is the next run's, and no sign that this one misses
 * something. A record far ahead of the clock tells that the clock is wrong, and counts.
 */
export function isPostedMeanwhile(occurredAt: string, clock: RunClock): boolean {
  const posted = Date.parse(occurredAt);
  return posted > clock.startedAt && posted <= clock.now() + skew;
}
