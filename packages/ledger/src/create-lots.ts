/** Items that are done in one call, and what came of each. */
interface Lot<Item, Result> {
  readonly items: Item[];
  readonly results: Promise<readonly Result[]>;
}

/**
 * Gathers what is asked for while a call waits for its turn, at most `most` for each: `work` takes its items when it
 * begins with them. Where a call fails, all that it was for fails with it, and nothing else.
 */
export function createLots<Item, Result>(
  work: (take: () => readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  let open: Lot<Item, Result> | null = null;

  const begin = (): Lot<Item, Result> => {
    const items: Item[] = [];
    const close = () => {
      if (open?.items === items) open = null;
      return items;
    };
    return { items, results: work(close).finally(close) };
  };

  return async (item) => {
    if (open === null || open.items.length === most) open = begin();
    const { items, results } = open;
    const index = items.push(item) - 1;
    return (await results)[index] as Result;
  };
}
