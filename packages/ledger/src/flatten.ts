/**
 * The items of lots, one by one. An async generator would take several turns of the event loop's queue for each item, which
 * is more than reading it costs.
 */
export function flatten<T>(lots: AsyncGenerator<readonly T[]>): AsyncIterableIterator<T> {
  let lot: readonly T[] = [];
  let index = 0;
  let ended = false;
  /** The call under way; later ones wait for it, as a generator's do. */
  let underWay: Promise<unknown> | null = null;

  const inTurn = (work: () => Promise<IteratorResult<T>>): Promise<IteratorResult<T>> => {
    const result = underWay === null ? work() : underWay.then(work, work);
    const settled: Promise<unknown> = result.then(free, free);
    function free() {
      if (underWay === settled) underWay = null;
    }
    underWay = settled;
    return result;
  };

  const take = async (): Promise<IteratorResult<T>> => {
    while (!ended && index >= lot.length) {
      index = 0;
      lot = [];
      const next = await lots.next().catch((error: unknown) => {
        ended = true;
        throw error;
      });
      if (next.done) ended = true;
      else lot = next.value;
    }
    return ended ? { value: undefined, done: true } : { value: lot[index++] as T, done: false };
  };

  return {
    next() {
      if (underWay === null && index < lot.length) return Promise.resolve({ value: lot[index++] as T, done: false });
      return inTurn(take);
    },
    return: () =>
      inTurn(async () => {
        ended = true;
        lot = [];
        await lots.return(undefined);
        return { value: undefined, done: true };
      }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
