import { ClientError } from "./client-error.js";

/** What a page says of the list's end. Where both are there, the list ends only where both say so. */
export interface StatedEnd {
  /** How many rows the whole list has, from the first page read. */
  readonly total?: number | undefined;
  /** Whether rows follow this page. */
  readonly more?: boolean | undefined;
}

/** How a provider pages a list: it states the rule, `listPages` runs the loop. */
export interface PageRule<Query, Page, Row> {
  /** The provider's display name, for errors. */
  readonly provider: string;
  fetch(query: Query): Promise<Page>;
  /** The page's rows; some providers write an empty list as null. */
  rows(page: Page): readonly Row[] | null | undefined;
  end(page: Page, query: Query): StatedEnd;
  /** The query of the page after `query`; `read` counts the rows read so far. Left out where all comes in one answer. */
  next?(query: Query, read: number): Query;
}

/** A list that is read row by row, or page by page with what the provider says of each page. */
export interface PagedList<Page, Row> extends AsyncIterable<Row> {
  pages(): AsyncIterable<Page>;
}

/**
 * Reads a list by its provider's rule, and ends only where the provider says so. Iterating throws `ClientError`: that of
 * a call; `malformed_body` where a page does not say whether the list ends; `unexpected_empty_page` where a page is empty
 * although more should follow (a flaky replica, not an end), or an answer that is not paged lacks rows; and
 * `repeated_cursor`.
 */
export function listPages<Query, Page, Row>(rule: PageRule<Query, Page, Row>, first: Query): PagedList<Page, Row> {
  async function* pages(): AsyncGenerator<Page> {
    const seen = new Set<string>();
    let read = 0;
    for (let query = first; ; query = rule.next?.(query, read) ?? query) {
      const cursor = JSON.stringify(query);
      if (seen.has(cursor)) throw pagingError("repeated_cursor", "the list leads back to a page already read", cursor);
      seen.add(cursor);
      const page = await rule.fetch(query);
      const count = rule.rows(page)?.length ?? 0;
      read += count;
      const isLast = isEnd(rule.end(page, query), read, cursor);
      if (!isLast && (count === 0 || rule.next === undefined))
        throw pagingError("unexpected_empty_page", `${fewer(count)} although the provider counts more rows`, cursor);
      yield page;
      if (isLast) return;
    }
  }

  function isEnd({ total, more }: StatedEnd, read: number, cursor: string): boolean {
    const isCounted = typeof total === "number" && !Number.isNaN(total);
    if (!isCounted && typeof more !== "boolean")
      throw pagingError("malformed_body", "a page does not say where the list ends", cursor);
    return more !== true && !(isCounted && read < total);
  }

  function pagingError(
    code: "repeated_cursor" | "unexpected_empty_page" | "malformed_body",
    problem: string,
    cursor: string,
  ): ClientError {
    const remedy = code === "unexpected_empty_page" ? "try again" : "report it to the provider";
    const message = `${problem} (${cursor}); ${remedy}`;
    return new ClientError({ provider: rule.provider, code, message, retryable: code === "unexpected_empty_page" });
  }

  const fewer = (count: number): string => (count === 0 ? "a page is empty" : `an answer ends after ${count} rows`);

  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* rule.rows(page) ?? [];
    },
  };
}
