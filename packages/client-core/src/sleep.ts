/** Waits `duration` milliseconds; resolves early, without an error, when the signal aborts. */
export function sleep(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, duration);
    signal.addEventListener("abort", finish, { once: true });
  });
}
