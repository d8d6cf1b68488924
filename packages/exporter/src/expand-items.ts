/** Makes any number of things of each item, one by one, and without waiting where the items need none. */
export function expandItems<Item, Made>(
  items: AsyncIterable<Item> | Iterable<Item>,
  make: (item: Item) => readonly Made[],
  after: readonly Made[] = [],
): AsyncIterable<Made> | Iterable<Made> {
  return Symbol.iterator in items ? expandAtOnce(items, make, after) : expandAsTheyCome(items, make, after);
}

function* expandAtOnce<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => readonly Made[],
  after: readonly Made[],
): Generator<Made> {
  for (const item of items) yield* make(item);
  yield* after;
}

async function* expandAsTheyCome<Item, Made>(
  items: AsyncIterable<Item>,
  make: (item: Item) => readonly Made[],
  after: readonly Made[],
): AsyncGenerator<Made> {
  for await (const item of items) yield* make(item);
  yield* after;
}
