import { ClientError } from "./client-error.js";

/** How a provider pages a list: it states the rule, `listPages` runs the loop. */
export interface PageRule<Query, Page, Row> {
  /** The provider's display name, for errors. */
  readonly provider: string;
  fetch(query: Query): Promise<Page>;
  rows(page: Page): readonly Row[];
  /** The query of the next page, or null only where the provider says that the list has ended. */
  next(page: Page, query: Query): Query | null;
}

/** A list that is read row by row, or page by page with what the provider says of each page. */
export interface PagedList<Page, Row> extends AsyncIterable<Row> {
  pages(): AsyncIterable<Page>;
}

/**
 * Reads a list by its provider's rule. Iterating throws `ClientError`: that of a call, `unexpected_empty_page`
 * where a page is empty although more should follow (a flaky replica, not an end), and `repeated_cursor`.
 */
export function listPages<Query, Page, Row>(rule: PageRule<Query, Page, Row>, first: Query): PagedList<Page, Row> {
  async function* pages(): AsyncGenerator<Page> {
    const seen = new Set<string>();
    for (let query: Query | null = first; query !== null; ) {
      const cursor = JSON.stringify(query);
      if (seen.has(cursor)) {
        const message = `the list leads back to a page already read (${cursor}); report it to the provider`;
        throw new ClientError({ provider: rule.provider, code: "repeated_cursor", message });
      }
      seen.add(cursor);
      const page: Page = await rule.fetch(query);
      const next: Query | null = rule.next(page, query);
      if (next !== null && rule.rows(page).length === 0) {
        const message = `a page is empty although the provider says that more rows follow (${cursor}); try again`;
        throw new ClientError({ provider: rule.provider, code: "unexpected_empty_page", message, retryable: true });
      }
      yield page;
      query = next;
    }
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* rule.rows(page);
    },
  };
}
