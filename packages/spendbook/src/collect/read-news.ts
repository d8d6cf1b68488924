import type { CollectionLimits, ListState } from "./collect-list.js";
import type { FeedList } from "./feed.js";
import type { ListReader } from "./list-reader.js";
import type { ListStore } from "./list-store.js";
import type { RunClock } from "./run-clock.js";

/**
 * Reads a list only where it is new. False where the evidence does not say that this was all of it:
 * the list is then read from end to end.
 */
export function readNews(
  list: FeedList,
  reader: ListReader,
  store: ListStore,
  state: ListState,
  clock: RunClock,
  limits: CollectionLimits,
): Promise<boolean> {
  return list.reading === "since"
    ? readSince(list, reader, store, state, clock, limits)
    : // What may still change could stand anywhere in a list that cannot be asked for a part.
      state.openSince === null
      ? readEdges(list, reader, store, limits)
      : Promise.resolve(false);
}

/** The part of the list from before the newest known record, between two countings of the whole. */
async function readSince(
  list: FeedList,
  reader: ListReader,
  store: ListStore,
  state: ListState,
  clock: RunClock,
  limits: CollectionLimits,
): Promise<boolean> {
  if (state.newest === null) return false;
  const { total: before, hasNews } = await reader.page(0, null);
  if (before !== null && !hasNews && state.openSince === null && before === (await store.count())) {
    // As many as are known, none that may still change, and none on the last page that is not known: nothing happened.
    const last = await reader.page(Math.max(0, Math.ceil(before / list.pageSize) - 1), null);
    if (!last.hasNews && last.total === before) return true;
  }
  const open = state.openSince === null ? Number.POSITIVE_INFINITY : Date.parse(state.openSince);
  const since = new Date(
    Math.min(Date.parse(state.newest.occurredAt) - limits.overlap, Math.max(open, clock.startedAt - limits.openFor)),
  ).toISOString();
  for (let number = 1; ; number += 1) {
    if (number > limits.passes) return false;
    const pass = await reader.pass(since, 0, state.newest);
    // A time filter that is misread upstream gives too little: the newest known record must be among what it gives.
    if (!pass.hasFound) return false;
    if (pass.news === 0 && pass.countAgrees) break;
  }
  const known = await store.count();
  if (before === null || known === before) return true;
  return known > before && known <= ((await reader.page(0, null)).total ?? known);
}

/**
 * The first pages and then the last ones, each while they bring news, until the counts agree and nothing is new.
 * No order is assumed: where the news stand elsewhere, the counts differ.
 */
async function readEdges(
  list: FeedList,
  reader: ListReader,
  store: ListStore,
  limits: CollectionLimits,
): Promise<boolean> {
  for (let number = 1; number <= limits.passes; number += 1) {
    let page = await reader.page(0, null);
    let news = page.news;
    let index = 1;
    for (; page.hasNews && page.more; index += 1) {
      page = await reader.page(index, null);
      news += page.news;
    }
    if (page.total === null) return false;
    if (page.total > (await store.count()))
      for (let last = Math.ceil(page.total / list.pageSize) - 1; last >= index; last -= 1) {
        page = await reader.page(last, null);
        news += page.news;
        if (!page.hasNews) break;
      }
    if (page.total !== (await store.count())) return false;
    if (news === 0) return true;
  }
  return false;
}
