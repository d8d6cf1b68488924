import { CollectionError } from "./collection-error.js";
import { eachBounded } from "./each-bounded.js";
import type { FeedList, FeedPage, FeedRecord } from "./feed.js";
import type { ListStore } from "./list-store.js";
import { NumberSet } from "./number-set.js";
import { isPostedMeanwhile, type RunClock } from "./run-clock.js";

/** What bounds the reading of a list; the effects are given, so that a simulation can give its own. */
export interface ReadingLimits {
  /** Pages asked for at once where the provider tells how many there are. */
  readonly concurrency: number;
  /** How often an empty page that should not be empty is asked for again. */
  readonly emptyPageRetries: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A page as it was filed. */
export interface FiledPage extends FeedPage {
  /** Whether anything on it was new or changed to the ledger. */
  readonly hasNews: boolean;
  /** How many of its records were, and were posted before the run began; later ones are the next run's. */
  readonly news: number;
}

/** What one reading of a list found. */
export interface Pass {
  readonly news: number;
  /** How many different records were seen. */
  readonly seen: number;
  /** Whether the provider says how many there are. */
  readonly isCounted: boolean;
  /** Whether as many different records were seen as the provider counts, or it counts none. */
  readonly countAgrees: boolean;
  /** Whether the record that was sought is among them. */
  readonly hasFound: boolean;
}

type RecordName = Pick<FeedRecord, "wallet" | "sourceId">;

/** Reads the pages of one list into the ledger. */
export class ListReader {
  /** The newest record filed, and the oldest that may still change; what the next run starts from. */
  newest: Pick<FeedRecord, "occurredAt" | "sourceId" | "wallet"> | null = null;
  openSince: string | null = null;
  /** What the provider last counted in the whole list; null where it counted nothing. */
  total: number | null = null;
  /** How often the list was read. */
  passes = 0;
  #news = 0;
  /** What the pages of a pass count of their own; null where one counts nothing. */
  #stated: number | null = null;
  #arrivals = 0;
  /** The first page that is not filed yet, and those that overtook it. */
  #missing = 0;
  #ahead = new Set<number>();
  /** The ledger's numbers of the records that the pass saw, and whether the one sought is among them. */
  #seen = new NumberSet();
  #sought: RecordName | null = null;
  #hasFound = false;

  constructor(
    private readonly list: FeedList,
    private readonly store: ListStore,
    private readonly clock: RunClock,
    private readonly limits: ReadingLimits,
  ) {}

  /** Reads one page and files it. Throws `CollectionError` `empty_page` where rows are counted but not shown. */
  async page(index: number, since: string | null): Promise<FiledPage> {
    return this.#file(index, await this.#fetch(index, since));
  }

  async #file(index: number, page: FeedPage): Promise<FiledPage> {
    const { filings, ids } = await this.store.file(page.records, this.#missingAfter(index));
    this.#ahead.add(index);
    while (this.#ahead.delete(this.#missing)) this.#missing += 1;
    let hasNews = false;
    let news = 0;
    for (const [position, record] of page.records.entries()) {
      const id = ids[position];
      if (id !== undefined) this.#seen.add(id);
      if (record.sourceId === this.#sought?.sourceId && record.wallet === this.#sought.wallet) this.#hasFound = true;
      if (!record.settled && (this.openSince === null || record.occurredAt < this.openSince))
        this.openSince = record.occurredAt;
      if (this.newest === null || record.occurredAt > this.newest.occurredAt)
        this.newest = { occurredAt: record.occurredAt, sourceId: record.sourceId, wallet: record.wallet };
      if (filings[position] === "unchanged") continue;
      hasNews = true;
      if (!isPostedMeanwhile(record.occurredAt, this.clock)) news += 1;
      else if (filings[position] === "added") this.#arrivals += 1;
    }
    this.#news += news;
    return { ...page, hasNews, news };
  }

  /**
   * Reads from page `first` to the end that the provider states, which may move while it is read. The ledger is written
   * while the next pages are on their way. `sought` is a record to look out for.
   */
  async pass(since: string | null, first = 0, sought: RecordName | null = null): Promise<Pass> {
    this.passes += 1;
    this.#seen = new NumberSet();
    this.#sought = sought;
    this.#hasFound = false;
    this.#news = 0;
    this.#stated = 0;
    this.#missing = first;
    this.#ahead.clear();
    let end = await this.page(first, since);
    const before = end.total;
    this.#arrivals = 0;
    for (let next = first + 1; end.more; ) {
      const last = end.total === null ? next : Math.max(next, Math.ceil(end.total / this.list.pageSize) - 1);
      await eachBounded(next, last, this.limits.concurrency, async (index) => {
        const page = await this.#fetch(index, since);
        return async () => {
          const filed = await this.#file(index, page);
          if (index === last) end = filed;
        };
      });
      next = last + 1;
    }
    const total = await this.#settledTotal(end, since);
    // Equal counts could hide a record behind one that was removed meanwhile: only arrivals may have changed the count.
    const countAgrees = total === this.#seen.size && total - (before ?? 0) === this.#arrivals;
    const stated = this.#stated;
    if (since === null && first === 0 && total === null) this.total = stated;
    return {
      news: this.#news,
      seen: this.#seen.size,
      isCounted: total !== null || stated !== null,
      countAgrees: total === null ? stated === null || stated === this.#seen.size : countAgrees,
      hasFound: this.#hasFound,
    };
  }

  /** The first page that is not filed once page `index` is: others under way may yet fail. */
  #missingAfter(index: number): number {
    let missing = this.#missing;
    while (missing === index || this.#ahead.has(missing)) missing += 1;
    return missing;
  }

  /** Rows that came to the front meanwhile are counted but not seen: looks there until one answer agrees with itself. */
  async #settledTotal(end: FiledPage, since: string | null): Promise<number | null> {
    let { total } = end;
    for (let look = 0; this.list.reading === "whole" && total !== this.#seen.size && look < 3; look += 1) {
      let page = await this.page(0, since);
      for (let index = 1; page.hasNews && page.more; index += 1) page = await this.page(index, since);
      total = page.total;
    }
    return total;
  }

  async #fetch(index: number, since: string | null): Promise<FeedPage> {
    for (let attempt = 0; ; attempt += 1) {
      const page = await this.list.page(index, since);
      const isEmptyBeforeTheEnd = page.records.length === 0 && (page.stated ?? (page.more ? 1 : 0)) > 0;
      if (!isEmptyBeforeTheEnd) {
        this.#stated = this.#stated === null || page.stated === undefined ? null : this.#stated + page.stated;
        if (since === null) this.total = page.total;
        return page;
      }
      if (attempt === this.limits.emptyPageRetries)
        throw new CollectionError(
          "empty_page",
          `${this.list.endpoint} gave an empty page ${index + 1} although more records are counted; run again later`,
        );
      await this.limits.sleep(200 * 2 ** attempt);
    }
  }
}
