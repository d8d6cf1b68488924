import type { CallOptions, Client, PagedList } from "@spendbook/client-core";
import { listByPage } from "./list-by-page.js";
import type { components, paths } from "./paths.js";

/** One page of the account's transactions in the envelope that they came in. */
export type AccountBillingsResponse = components["schemas"]["AccountBillingsResponse"];

/** One top-up (positive) or usage row (negative) of the account, in its `currency`. */
export type AccountTransaction = components["schemas"]["AccountTransaction"];

/** The filters without the page number; `page_size` is 100 unless given. */
export type AccountBillingsQuery = Omit<
  NonNullable<paths["/api/v3/account/billings"]["get"]["parameters"]["query"]>,
  "page"
>;

/**
 * The account's top-ups and usage, page after page to the end that `pagination.total` states. Throws `not_available`
 * where the account does not have this list. Its usage is the search's once more: never add the two up.
 */
export function listAccountBillings(
  client: Client<paths>,
  query: AccountBillingsQuery = {},
  options?: CallOptions,
): PagedList<AccountBillingsResponse, AccountTransaction> {
  return listByPage(
    async (page) => {
      const params = { query: { page_size: 100, ...query, page } };
      return (await client.GET("/api/v3/account/billings", { ...options, params })).data;
    },
    ({ data }) => data?.pagination,
  );
}
