import { isClientError } from "@spendbook/prime-intellect";
import { CollectionError } from "./collection-error.js";
import type { FeedList, FeedRecord } from "./feed.js";
import { ListReader, type ReadingLimits } from "./list-reader.js";
import type { ListStore } from "./list-store.js";
import { readNews } from "./read-news.js";
import type { RunClock } from "./run-clock.js";

/** What is remembered of a list between runs. Instants are UTC. */
export interface ListState {
  /** When the list was last read from end to end until it came to rest; null where it never was. */
  readonly fullAt: string | null;
  readonly newest: Pick<FeedRecord, "occurredAt" | "sourceId" | "wallet"> | null;
  /** The posting of the oldest record that the provider may still change. */
  readonly openSince: string | null;
  /** False where the provider does not offer the list to this account or key. */
  readonly available: boolean;
  /** The page at which an interrupted reading from end to end goes on. */
  readonly resumeAt: number;
  /** The provider's own count at the last reading, beside the ledger's; left out by earlier versions. */
  readonly count?: ListCount | null;
}

/** How many records of a list the provider counts, and how many the ledger holds. */
export interface ListCount {
  readonly list: string;
  readonly wallet?: string;
  /** Null where the provider counts none, or records were posted while it was counted. */
  readonly stated: number | null;
  readonly held: number;
}

export interface CollectionLimits extends ReadingLimits {
  /** How often a list is read before it counts as still moving. */
  readonly passes: number;
  /** How far before the newest known record a run begins, in milliseconds: room for records that arrive late. */
  readonly overlap: number;
  /** How long a list may go without being read from end to end, in milliseconds. */
  readonly fullEvery: number;
  /** How long a record is waited for that the provider never settles, in milliseconds. */
  readonly openFor: number;
  /** How often an account is read until two balances around the reading agree. */
  readonly balanceRounds: number;
}

/**
 * Brings the ledger up to date with one list, and gives what the next run needs to know.
 * A list read lately is read only where it is new, so long as the counts agree; otherwise from end to end,
 * again and again until a reading finds nothing new and the count agrees with the provider's.
 * Throws `ClientError`, and `CollectionError` where the list does not come to rest. `onCount` is told the counts, also then.
 */
export async function collectList(
  list: FeedList,
  store: ListStore,
  state: ListState | null,
  clock: RunClock,
  limits: CollectionLimits,
  onCount: (count: ListCount) => void = () => {},
): Promise<{ readonly state: ListState; readonly passes: number }> {
  const reader = new ListReader(list, store, clock, limits);
  const after = (fullAt: string): ListState => ({
    fullAt,
    newest: newer(reader.newest, state?.newest ?? null),
    openSince: reader.openSince,
    available: true,
    resumeAt: 0,
  });
  const now = new Date(clock.startedAt).toISOString();
  const count = async (isAtRest: boolean) => {
    const held = await store.count();
    // At rest they differ only by what was posted while they were counted.
    const stated = isAtRest && reader.total !== held ? null : reader.total;
    onCount({ list: list.endpoint, ...(list.wallet !== null && { wallet: list.wallet }), stated, held });
  };
  try {
    if (state?.fullAt != null && state.available && isRecent(state.fullAt, clock, limits)) {
      if (await readNews(list, reader, store, state, clock, limits)) {
        await count(true);
        return { state: after(state.fullAt), passes: reader.passes };
      }
    }
    await readAll(list, reader, store, state?.resumeAt ?? 0, limits);
    await count(true);
    return { state: after(now), passes: reader.passes };
  } catch (error) {
    if (error instanceof CollectionError) await count(false);
    if (!isClientError(error) || !list.absentCodes.includes(error.code)) throw error;
    const absent = { fullAt: now, newest: null, openSince: null, available: false, resumeAt: 0 };
    return { state: absent, passes: reader.passes };
  }
}

/** A time ahead of the clock means that the clock has jumped: then nothing is taken for recent. */
function isRecent(fullAt: string, { startedAt }: RunClock, { fullEvery }: CollectionLimits): boolean {
  const age = startedAt - Date.parse(fullAt);
  return age >= 0 && age < fullEvery;
}

async function readAll(
  list: FeedList,
  reader: ListReader,
  store: ListStore,
  resumeAt: number,
  limits: CollectionLimits,
): Promise<void> {
  let seenBefore: number | null = null;
  for (let number = 1; number <= limits.passes; number += 1) {
    const first = number === 1 ? resumeAt : 0;
    const pass = await reader.pass(null, first);
    // Where the provider counts nothing, an answer that lacks rows looks like the end: two readings must agree.
    const isCounted = pass.isCounted || pass.seen === seenBefore;
    seenBefore = pass.seen;
    if (first > 0 || pass.news > 0 || !pass.countAgrees || !isCounted) continue;
    const vanished = (await store.count()) - pass.seen;
    if (vanished <= 0) return;
    throw new CollectionError(
      "count_differs",
      `${list.endpoint}: ${vanished} of the ledger's records are no longer listed by the provider; ask it why`,
    );
  }
  throw new CollectionError(
    "still_moving",
    `${list.endpoint} was still changing after it was read ${limits.passes} times; run again at a quieter time`,
  );
}

function newer(one: ListState["newest"], other: ListState["newest"]): ListState["newest"] {
  return one === null || (other !== null && other.occurredAt > one.occurredAt) ? other : one;
}
