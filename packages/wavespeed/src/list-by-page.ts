import { ClientError, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";

/** The page to ask for, and the rows read on those before it. */
interface Cursor {
  readonly page: number;
  readonly read: number;
}

/** What a page says of the list's end: a count of all rows (documentation), or `has_more` (command-line client). */
interface StatedEnd {
  readonly total?: number;
  readonly has_more?: boolean;
}

/**
 * Reads a list by page numbers, to the end that `total` or `has_more` states; where a page has both, the list ends
 * only where both say so. Iterating throws `ClientError` `malformed_body` where a page has neither.
 */
export function listByPage<Page extends { readonly data: { readonly items: readonly Row[] } }, Row>(
  fetch: (page: number) => Promise<Page>,
  endOf: (page: Page) => StatedEnd | undefined,
): PagedList<Page, Row> {
  return listPages<Cursor, Page, Row>(
    {
      provider: definition.provider,
      fetch: ({ page }) => fetch(page),
      rows: readRows,
      next: (response, { page, read }) => {
        const reached = read + readRows(response).length;
        const { total, has_more } = endOf(response) ?? {};
        if (typeof total !== "number" && typeof has_more !== "boolean") throw endlessPage(page);
        return has_more === true || (typeof total === "number" && reached < total)
          ? { page: page + 1, read: reached }
          : null;
      },
    },
    { page: 1, read: 0 },
  );
}

/** An empty list may come as null. */
function readRows<Row>({ data }: { readonly data: { readonly items: readonly Row[] } }): readonly Row[] {
  return data?.items ?? [];
}

function endlessPage(page: number): ClientError {
  const message = `page ${page} has neither total nor has_more, so the list's end is not known; report it to the provider`;
  return new ClientError({ provider: definition.provider, code: "malformed_body", message });
}
