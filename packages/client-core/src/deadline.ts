/** A clock that aborts its signal after `duration` milliseconds, until it is cleared. */
export interface Deadline {
  readonly duration: number;
  /** Aborts also when the outer signal does. */
  readonly signal: AbortSignal;
  /** Whether the time is over, which an abort of the outer signal is not. */
  isOver(): boolean;
  /** Milliseconds left. */
  remaining(): number;
  clear(): void;
}

/**
 * Starts a clock; unlike `AbortSignal.timeout` it holds the process until it is cleared, and nothing after that. Unlike
 * `AbortSignal.any` it listens on the outer signal no longer than that: a caller's signal may outlive thousands of calls.
 */
export function startDeadline(duration: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const end = performance.now() + duration;
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    controller.abort();
  }, duration);
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  outer?.addEventListener("abort", follow, { once: true });
  return {
    duration,
    signal: controller.signal,
    isOver: () => over,
    remaining: () => end - performance.now(),
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", follow);
    },
  };
}
