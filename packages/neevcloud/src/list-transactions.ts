import { type CallOptions, type Client, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations, paths } from "./generated/openapi.js";

/** One page of the wallet's movements, with what the provider counts on all pages. */
export type WalletTransactionsListResponse = components["schemas"]["WalletTransactionsListResponse"];

/** One movement of the wallet in micro-dollars (1 000 000 make a US dollar), positive; `transaction_type` is its direction. */
export type WalletTransaction = components["schemas"]["WalletTransaction"];

type Parameters = operations["listWalletTransactions"]["parameters"];

/** Whose wallet is read, and how many rows a page (1 to 100). */
export type TransactionsQuery = Parameters["path"] & Pick<NonNullable<Parameters["query"]>, "items_per_page">;

/**
 * Every movement of an organization's wallet, in an order that is not documented. It ends where as many rows were
 * read as `total_items` counts and `total_pages` is reached: where only one of them says so, it is read on.
 */
export function listTransactions(
  client: Client<paths>,
  { org_id, items_per_page = 100 }: TransactionsQuery,
  options?: CallOptions,
): PagedList<WalletTransactionsListResponse, WalletTransaction> {
  return listPages<number, WalletTransactionsListResponse, WalletTransaction>(
    {
      provider: definition.provider,
      fetch: async (page) => {
        const params = { path: { org_id }, query: { page, items_per_page } };
        return (await client.GET("/api/v1/orgs/{org_id}/wallets/transactions", { ...options, params })).data;
      },
      rows: ({ transactions }) => transactions,
      end: ({ pagination }, page) =>
        typeof pagination?.total_pages === "number"
          ? { total: pagination.total_items, more: page < pagination.total_pages }
          : {},
      next: (page) => page + 1,
    },
    1,
  );
}
