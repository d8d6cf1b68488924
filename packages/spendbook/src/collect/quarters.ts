/** A stretch of time, without its end: RFC 3339, UTC. */
interface Window {
  readonly startTime: string;
  readonly endTime: string;
}

/** The calendar quarters, UTC, from the one that an instant lies in to the end, at which the last is cut off. */
export function quartersOf(from: string, end: string): readonly Window[] {
  const windows: Window[] = [];
  const first = new Date(from);
  for (let month = Math.floor(first.getUTCMonth() / 3) * 3; ; month += 3) {
    const startTime = firstOf(first.getUTCFullYear(), month);
    if (startTime >= end) return windows;
    const next = firstOf(first.getUTCFullYear(), month + 3);
    windows.push({ startTime, endTime: next < end ? next : end });
  }
}

function firstOf(year: number, month: number): string {
  return `${new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 19)}Z`;
}
