/**
 * Items come in lots, sorted but for ties, and a tie may go on in the next lot: settles the order within each tie, and
 * keeps the last tie of every lot back until the next one is there.
 */
export function createTieBreaker<T>(isTie: (a: T, b: T) => boolean, compare: (a: T, b: T) => number) {
  let tie: T[] = [];

  return {
    /** The items that are certainly in order now. */
    push(lot: readonly T[]): readonly T[] {
      const items = [...tie, ...lot];
      let start = 0;
      for (let index = 1; index < items.length; index += 1) {
        if (isTie(items[start] as T, items[index] as T)) continue;
        const size = index - start;
        if (size > 1) items.splice(start, size, ...items.slice(start, index).sort(compare));
        start = index;
      }
      tie = items.splice(start);
      return items;
    },
    /** The last tie, once there are no more lots. */
    rest(): readonly T[] {
      const last = tie.sort(compare);
      tie = [];
      return last;
    },
  };
}
