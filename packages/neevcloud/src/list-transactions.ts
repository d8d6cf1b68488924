import { type CallOptions, type Client, ClientError, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations, paths } from "./generated/openapi.js";

/** One page of the wallet's movements, with what the provider counts on all pages. */
export type WalletTransactionsListResponse = components["schemas"]["WalletTransactionsListResponse"];

/** One movement of the wallet in micro-dollars (1 000 000 make a US dollar), positive; `transaction_type` is its direction. */
export type WalletTransaction = components["schemas"]["WalletTransaction"];

type Parameters = operations["listWalletTransactions"]["parameters"];

export type TransactionsQuery = Parameters["path"] & Pick<NonNullable<Parameters["query"]>, "items_per_page">;

/** The page to ask for, and the rows read on those before it. */
interface Cursor {
  readonly page: number;
  readonly read: number;
}

/**
 * Every movement of an organization's wallet, in an order that is not documented. It ends where as many rows were
 * read as `total_items` counts and `total_pages` is reached: where only one of them says so, it is read on.
 */
export function listTransactions(
  client: Client<paths>,
  { org_id, items_per_page = 100 }: TransactionsQuery,
  options?: CallOptions,
): PagedList<WalletTransactionsListResponse, WalletTransaction> {
  return listPages<Cursor, WalletTransactionsListResponse, WalletTransaction>(
    {
      provider: definition.provider,
      fetch: async ({ page }) => {
        const params = { path: { org_id }, query: { page, items_per_page } };
        return (await client.GET("/api/v1/orgs/{org_id}/wallets/transactions", { ...options, params })).data;
      },
      rows: readRows,
      next: (response, { page, read }) => {
        const reached = read + readRows(response).length;
        const { total_items, total_pages } = readPagination(response);
        return reached >= total_items && page >= total_pages ? null : { page: page + 1, read: reached };
      },
    },
    { page: 1, read: 0 },
  );
}

function readRows({ transactions }: WalletTransactionsListResponse): readonly WalletTransaction[] {
  return transactions ?? [];
}

function readPagination({ pagination }: WalletTransactionsListResponse) {
  if (typeof pagination?.total_items === "number" && typeof pagination.total_pages === "number") return pagination;
  const path = "$.pagination";
  const message = `a page of transactions lacks a count in ${path}, so the list's end is not known; report it to the provider`;
  throw new ClientError({ provider: definition.provider, code: "malformed_body", message, path });
}
