/** A clock that aborts its signal after `duration` milliseconds, until it is cleared. */
export interface Deadline {
  readonly duration: number;
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remaining(): number;
  clear(): void;
}

/** Starts a clock; unlike `AbortSignal.timeout` it holds the process until it is cleared, and nothing after that. */
export function startDeadline(duration: number): Deadline {
  const controller = new AbortController();
  const end = performance.now() + duration;
  const timer = setTimeout(() => controller.abort(), duration);
  return {
    duration,
    signal: controller.signal,
    remaining: () => end - performance.now(),
    clear: () => clearTimeout(timer),
  };
}
