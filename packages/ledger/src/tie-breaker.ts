/**
 * Items come in lots, sorted but for ties, and a tie may go on in the next lot: settles the order within each tie, and
 * keeps the last tie of every lot back until the next one is there.
 */
export function createTieBreaker<T>(isTie: (a: T, b: T) => boolean, compare: (a: T, b: T) => number) {
  let open: T[] = [];
  return {
    /** The items that are certainly in order now. */
    *push(lot: readonly T[]): Generator<T> {
      for (const item of lot) {
        const [first] = open;
        if (first !== undefined && !isTie(first, item)) {
          yield* this.rest();
        }
        open.push(item);
      }
    },
    /** The last tie, once there are no more lots. */
    *rest(): Generator<T> {
      const tie = open;
      open = [];
      yield* tie.length > 1 ? tie.sort(compare) : tie;
    },
  };
}
