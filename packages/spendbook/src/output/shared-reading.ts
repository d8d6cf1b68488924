/** Lets tasks that run side by side read the same items, all in one reading. */
export interface SharedReading<Item> {
  /**
   * Runs a task with items to read, from the start at each call. A reading begins once every task under way waits for one
   * or has ended, and goes on as fast as its slowest reader. Where a task fails, the others fail at their next items.
   */
  run<Result>(task: (items: () => AsyncIterable<Item>) => Promise<Result>): Promise<Result>;
}

type Batch<Item> = readonly Item[] | null;

interface Reader<Item> {
  /** Whether its reading has begun. */
  isReading: boolean;
  resolve: (batch: Batch<Item>) => void;
  reject: (error: unknown) => void;
}

/** Shares the readings of `read`, which gives items in batches; one is open at a time. */
export function shareReading<Item>(read: () => AsyncIterable<readonly Item[]>): SharedReading<Item> {
  let tasks = 0;
  let failure: { readonly error: unknown } | null = null;
  let source: AsyncIterator<readonly Item[]> | null = null;
  /** How many read, and which of them wait for the next items or, before they read, for the next reading. */
  let reading = 0;
  const asking = new Set<Reader<Item>>();
  const joining = new Set<Reader<Item>>();

  function drain(waiting: Set<Reader<Item>>): readonly Reader<Item>[] {
    const all = [...waiting];
    waiting.clear();
    return all;
  }

  /** Goes on where nobody is left to wait for. */
  function proceed(): void {
    if (failure !== null) {
      for (const { reject } of [...drain(asking), ...drain(joining)]) reject(failure.error);
    } else if (reading > 0) {
      if (asking.size === reading) void give(drain(asking));
    } else if (source === null && joining.size > 0 && joining.size === tasks) {
      source = read()[Symbol.asyncIterator]();
      const readers = drain(joining);
      reading = readers.length;
      for (const reader of readers) reader.isReading = true;
      void give(readers);
    }
  }

  async function give(readers: readonly Reader<Item>[]): Promise<void> {
    try {
      const next = await source?.next();
      for (const { resolve } of readers) resolve(next?.value ?? null);
    } catch (error) {
      for (const { reject } of readers) reject(error);
    }
  }

  function ask(reader: Reader<Item>): Promise<Batch<Item>> {
    return new Promise((resolve, reject) => {
      Object.assign(reader, { resolve, reject });
      (reader.isReading ? asking : joining).add(reader);
      proceed();
    });
  }

  async function leave(reader: Reader<Item>): Promise<void> {
    asking.delete(reader);
    joining.delete(reader);
    if (reader.isReading) reading -= 1;
    reader.isReading = false;
    if (reading === 0 && source !== null) {
      await source.return?.();
      source = null;
    }
    proceed();
  }

  function createReader(opened: Set<() => Promise<void>>): AsyncIterator<Item> {
    const reader: Reader<Item> = { isReading: false, resolve: () => {}, reject: () => {} };
    let batch: Batch<Item> = [];
    let next = 0;
    async function end(): Promise<void> {
      batch = null;
      reader.resolve(null);
      if (opened.delete(end)) await leave(reader);
    }
    async function refill(): Promise<IteratorResult<Item>> {
      opened.add(end);
      try {
        batch = await ask(reader);
      } catch (error) {
        await end();
        throw error;
      }
      next = 0;
      if (batch === null) await end();
      return step();
    }
    function step(): Promise<IteratorResult<Item>> {
      if (batch === null) return Promise.resolve({ done: true, value: undefined });
      if (next === batch.length) return refill();
      next += 1;
      return Promise.resolve({ done: false, value: batch[next - 1] as Item });
    }
    return {
      next: step,
      async return() {
        await end();
        return { done: true, value: undefined };
      },
    };
  }

  return {
    async run(task) {
      tasks += 1;
      const opened = new Set<() => Promise<void>>();
      try {
        // Until all that are started together are counted.
        await Promise.resolve();
        return await task(() => ({ [Symbol.asyncIterator]: () => createReader(opened) }));
      } catch (error) {
        failure ??= { error };
        throw error;
      } finally {
        tasks -= 1;
        for (const end of [...opened]) await end();
        proceed();
      }
    },
  };
}
