import { type State, stateAt, type Timeline } from "../company/timeline.js";
import type { Clock } from "./clock.js";

/** The records of one list, as they are at the sandbox's time and as a test changes them. */
export interface RecordStore<Row extends object> {
  /** What is listed now, in the order in which it was added. */
  list(): readonly Row[];
  /** The record as it is now; undefined where it is not listed. */
  get(id: string): Row | undefined;
  /** Lists a record from now on. Throws `RangeError` where its id is taken. */
  add(row: Row): void;
  /** Changes a listed record from now on. Throws `RangeError` where there is none. */
  change(id: string, fields: Partial<Row>): void;
  /** Takes a record away, as if it had never been. Throws `RangeError` where there is none. */
  remove(id: string): void;
  /** What `derive` makes of the list, kept until the list changes or time passes. */
  view<Result>(key: string, derive: (rows: readonly Row[]) => Result): Result;
}

/** Callers choose the keys of views by their filters; beyond this many the oldest are not worth keeping. */
const mostViews = 100;

/** Makes a store of a list's timelines, which stay as they are. */
export function createRecordStore<Row extends object>(
  timelines: readonly Timeline<Row>[],
  idOf: (row: Row) => string,
  clock: Clock,
): RecordStore<Row> {
  const records = new Map<string, readonly State<Row>[]>(
    timelines.map((timeline) => [idOf(timeline[0].row), timeline]),
  );
  let views = new Map<string, unknown>();
  let viewedAt = clock.now();

  const get = (id: string): Row | undefined => stateAt(records.get(id) ?? [], clock.now());
  const find = (id: string): Row => {
    const row = get(id);
    if (row === undefined) throw new RangeError(`there is no record ${id}`);
    return row;
  };
  const remember = <Result>(key: string, compute: () => Result): Result => {
    if (viewedAt !== clock.now() || views.size > mostViews) views = new Map();
    viewedAt = clock.now();
    if (!views.has(key)) views.set(key, compute());
    return views.get(key) as Result;
  };
  const list = (): readonly Row[] =>
    remember("", () => [...records.values()].flatMap((states) => stateAt(states, clock.now()) ?? []));
  const set = (id: string, states: readonly State<Row>[]): void => {
    records.set(id, states);
    views = new Map();
  };

  return {
    list,
    get,
    add: (row) => {
      const id = idOf(row);
      if (records.has(id)) throw new RangeError(`there is already a record ${id}`);
      set(id, [{ at: clock.now(), row }]);
    },
    change: (id, fields) => {
      const now = clock.now();
      const state = { at: now, row: { ...find(id), ...fields } };
      const states = records.get(id) ?? [];
      set(id, [...states.filter(({ at }) => at <= now), state, ...states.filter(({ at }) => at > now)]);
    },
    remove: (id) => {
      find(id);
      records.delete(id);
      views = new Map();
    },
    view: (key, derive) => {
      const rows = list();
      return remember(`view ${key}`, () => derive(rows));
    },
  };
}
