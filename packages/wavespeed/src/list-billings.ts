import type { CallOptions, Client, PagedList } from "@spendbook/client-core";
import { listByPage } from "./list-by-page.js";
import type { components, paths } from "./paths.js";

/** One page of billing records in the envelope that they came in. */
export type BillingSearchResponse = components["schemas"]["BillingSearchResponse"];

/** One charge or refund in US dollars, positive; `billing_type` is its direction. */
export type BillingRecord = components["schemas"]["BillingRecord"];

type SearchRequest = components["schemas"]["BillingSearchRequest"];

/** The search without its page number; `page_size` is 100 unless given. */
export type BillingsQuery = Omit<SearchRequest, "page" | "page_size"> & Partial<Pick<SearchRequest, "page_size">>;

/** The account's charges and refunds that match, page after page to the end that `total` or `has_more` states. */
export function listBillings(
  client: Client<paths>,
  query: BillingsQuery = {},
  options?: CallOptions,
): PagedList<BillingSearchResponse, BillingRecord> {
  return listByPage(
    async (page) => {
      const body = { page_size: 100, ...query, page };
      return (await client.POST("/api/v3/billings/search", { ...options, body })).data;
    },
    ({ data }) => data,
  );
}
