/**
 * Items come in lots, sorted but for ties, and a tie may go on in the next lot: settles the order within each tie, and
 * keeps the last tie of every lot back until the next one is there.
 */
export function createTieBreaker<T>(isTie: (a: T, b: T) => boolean, compare: (a: T, b: T) => number) {
  let tie: T[] = [];

  const settled = (): readonly T[] => (tie.length > 1 ? tie.sort(compare) : tie);

  return {
    /** The items that are certainly in order now. */
    push(lot: readonly T[]): readonly T[] {
      const ordered: T[] = [];
      for (const item of lot) {
        const [first] = tie;
        if (first === undefined || isTie(first, item)) tie.push(item);
        else {
          ordered.push(...settled());
          tie.length = 0;
          tie.push(item);
        }
      }
      return ordered;
    },
    /** The last tie, once there are no more lots. */
    rest(): readonly T[] {
      const last = settled();
      tie = [];
      return last;
    },
  };
}
