/** The sandbox's own time; nothing here looks at the machine's. */
export interface Clock {
  /** ISO 8601, UTC, milliseconds. */
  now(): string;
  /** Sets the time, forwards only. Throws `RangeError` on an earlier instant or one that is none. */
  advance(to: string): void;
}

export function createClock(start: string): Clock {
  let now = normalize(start);
  return {
    now: () => now,
    advance: (to) => {
      const next = normalize(to);
      if (next < now) throw new RangeError(`the sandbox's time is ${now}; it cannot go back to ${to}`);
      now = next;
    },
  };
}

function normalize(text: string): string {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds))
    throw new RangeError(`${JSON.stringify(text)} is not an instant; write 2026-10-31T00:00:00Z`);
  return new Date(milliseconds).toISOString();
}
