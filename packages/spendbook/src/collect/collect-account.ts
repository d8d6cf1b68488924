import { type CollectionRun, isLedgerError } from "@spendbook/ledger";
import { isClientError } from "@spendbook/prime-intellect";
import { type CollectionLimits, collectList, type ListCount, type ListState } from "./collect-list.js";
import { CollectionError } from "./collection-error.js";
import type { Feed, FeedList, FeedRecord, FeedSnapshot } from "./feed.js";
import { fileBody } from "./file-body.js";
import type { ListStore } from "./list-store.js";

/** What a run leaves for the next one, by the key of the list. */
export type AccountState = Readonly<Record<string, ListState>>;

export interface CollectionOptions {
  readonly now: () => Date;
  readonly limits: CollectionLimits;
  /** Told how many records each page held. */
  readonly onPage: (records: number) => void;
}

/** How the collection of an account went: complete where there is no reason against it. */
export interface Collection {
  readonly state: AccountState;
  /** Why it is partial, in words for a person. */
  readonly reasons: readonly string[];
  /** Most readings that a list needed. */
  readonly passes: number;
}

/**
 * Collects one account into a run: every list until it is at rest, between two balances that agree, which are kept.
 * What fails in one list does not keep the others from being read. Throws `LedgerError`, and what is no failure of
 * the provider's.
 */
export async function collectAccount(
  run: CollectionRun,
  feed: Feed,
  before: AccountState,
  options: CollectionOptions,
): Promise<Collection> {
  let state = before;
  let passes = 0;
  const counts = new Map<string, ListCount>();
  const reasons = new Set<string>();
  let balances = await takeBalances(feed, options.now).catch(noting(reasons));
  for (let round = 1; ; round += 1) {
    for (const list of feed.lists) {
      const now = () => options.now().getTime();
      const clock = { startedAt: now(), now };
      const save = (progress: ListState) => ({ ...state, [list.key]: progress });
      const store = storeOf(run, list, state[list.key] ?? null, save, options.onPage);
      const known = state[list.key] ?? null;
      const onCount = (count: ListCount) => counts.set(list.key, count);
      const collected = await collectList(list, store, known, clock, options.limits, onCount).catch(noting(reasons));
      if (collected === null) continue;
      state = save(collected.state);
      passes = Math.max(passes, collected.passes);
    }
    const after = balances && (await takeBalances(feed, options.now).catch(noting(reasons)));
    // Equal on both sides of the reading: nothing was posted meanwhile, so records and balance belong together.
    // Otherwise the earlier ones are kept, because all that was posted before them has been read since.
    const isAtRest = JSON.stringify(after?.map(figure)) === JSON.stringify(balances?.map(figure));
    if (isAtRest || reasons.size > 0 || round >= options.limits.balanceRounds) break;
    balances = after;
  }
  for (const { balance: _, body, ...snapshot } of balances ?? [])
    await run.storeSnapshot({ ...snapshot, ...fileBody(body) }).catch(noting(reasons));
  return { state: withCounts(state, counts), reasons: [...reasons], passes };
}

/** What was counted this time; counts of earlier runs say nothing about this one. */
function withCounts(state: AccountState, counts: ReadonlyMap<string, ListCount>): AccountState {
  const keys = [...new Set([...Object.keys(state), ...counts.keys()])];
  return Object.fromEntries(keys.map((key) => [key, { ...never, ...state[key], count: counts.get(key) ?? null }]));
}

const never: ListState = { fullAt: null, newest: null, openSince: null, available: true, resumeAt: 0 };

interface TakenBalance extends FeedSnapshot {
  readonly takenAt: string;
}

async function takeBalances(feed: Feed, now: () => Date): Promise<readonly TakenBalance[]> {
  const takenAt = now().toISOString();
  const snapshots = await feed.snapshots();
  for (const { endpoint, balance } of snapshots)
    if (balance === undefined || balance === null)
      throw new CollectionError("malformed_page", `the answer to ${endpoint} has no balance; check baseUrl`);
  return snapshots.map((snapshot) => ({ ...snapshot, takenAt }));
}

function figure({ wallet, balance }: TakenBalance): unknown {
  return [wallet, balance];
}

/** Puts a failure of the provider's on the list of reasons; any other is not ours to survive. */
function noting(reasons: Set<string>): (error: unknown) => null {
  return (error) => {
    const isUnkeepable = isLedgerError(error) && error.code === "invalid_record";
    if (!isClientError(error) && !(error instanceof CollectionError) && !isUnkeepable) throw error;
    reasons.add(error.message);
    return null;
  };
}

function storeOf(
  run: CollectionRun,
  list: FeedList,
  known: ListState | null,
  save: (progress: ListState) => AccountState,
  onPage: (records: number) => void,
): ListStore {
  return {
    async file(records, resumeAt) {
      const cursor = save({ ...never, ...known, resumeAt }) as never;
      const stored = await run.storePage({ records: records.map((record) => toInput(record, list)), cursor });
      onPage(records.length);
      return stored;
    },
    count: () => run.countRecords({ endpoint: list.endpoint, ...(list.wallet !== null && { wallet: list.wallet }) }),
  };
}

function toInput({ wallet, sourceId, occurredAt, body }: FeedRecord, { endpoint }: FeedList) {
  return { wallet, endpoint, sourceId, occurredAt, ...fileBody(body) };
}
