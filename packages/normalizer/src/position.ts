import { secondOf } from "./compare-instants.js";
import type { Period } from "./month.js";

/** Where an entry lies in relation to the statement's month, in the order of time. */
export const positions = { earlier: 0, previous: 1, within: 2, after: 3 } as const;
export type Position = (typeof positions)[keyof typeof positions];

/** Where an instant lies in relation to a month; the edges are whole seconds, as those of months are. */
export function createPositionOf(previousStart: string, month: Period): (instant: string) => Position {
  const [previous, start, end] = [secondOf(previousStart), secondOf(month.start), secondOf(month.end)];
  return (instant) => {
    if (instant < start) return instant < previous ? positions.earlier : positions.previous;
    return instant < end ? positions.within : positions.after;
  };
}
