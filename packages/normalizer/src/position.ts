import type { Period } from "./month.js";

/** Where an entry lies in relation to the statement's month, in the order of time. */
export const positions = { earlier: 0, previous: 1, within: 2, after: 3 } as const;
export type Position = (typeof positions)[keyof typeof positions];

/** Where an instant lies in relation to a month; the edges are whole seconds, as those of months are. */
export function createPositionOf(previousStart: string, month: Period): (instant: string) => Position {
  // Without its Z an edge is a prefix of every instant of its second, so text order is time order.
  const [previous, start, end] = [previousStart, month.start, month.end].map((edge) => edge.slice(0, 19));
  if (previous === undefined || start === undefined || end === undefined) throw new Error("there are three edges");
  return (instant) => {
    if (instant < start) return instant < previous ? positions.earlier : positions.previous;
    return instant < end ? positions.within : positions.after;
  };
}
