import { listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";

/**
 * Reads a list by page numbers, to the end that `total` (as documented) or `has_more` (as the provider's own
 * command-line tool reads it) states.
 */
export function listByPage<Page extends { readonly data: { readonly items: readonly Row[] } }, Row>(
  fetch: (page: number) => Promise<Page>,
  endOf: (page: Page) => { readonly total?: number; readonly has_more?: boolean } | undefined,
): PagedList<Page, Row> {
  return listPages<number, Page, Row>(
    {
      provider: definition.provider,
      fetch,
      rows: ({ data }) => data?.items,
      end: (response) => ({ total: endOf(response)?.total, more: endOf(response)?.has_more }),
      next: (page) => page + 1,
    },
    1,
  );
}
