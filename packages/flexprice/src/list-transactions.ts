import { type CallOptions, type Client, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations, paths } from "./generated/openapi.js";

/** One page of a wallet's transactions, with the count of all that match. */
export type ListWalletTransactionsResponse = components["schemas"]["ListWalletTransactionsResponse"];

/** One movement of a wallet; amounts are decimal texts, positive, and `type` is the direction. */
export type WalletTransactionResponse = components["schemas"]["WalletTransactionResponse"];

type Parameters = operations["getWalletTransactions"]["parameters"];
type PageQuery = NonNullable<Parameters["query"]>;

/** Which wallet is read, and which of its transactions: every filter of the document. */
export type TransactionsQuery = Parameters["path"] & PageQuery;

/**
 * A wallet's transactions, by default oldest first, so that rows that arrive meanwhile come last. Paged by an offset
 * of its own (the one in the answers is the next page's, or this one's, by the age of the server) to the end that
 * `pagination.total` states.
 */
export function listTransactions(
  client: Client<paths>,
  { id, ...query }: TransactionsQuery,
  options?: CallOptions,
): PagedList<ListWalletTransactionsResponse, WalletTransactionResponse> {
  const start = query.offset ?? 0;
  return listPages<PageQuery, ListWalletTransactionsResponse, WalletTransactionResponse>(
    {
      provider: definition.provider,
      fetch: async (page) =>
        (await client.GET("/wallets/{id}/transactions", { ...options, params: { path: { id }, query: page } })).data,
      rows: ({ items }) => items,
      end: ({ pagination }) => ({ total: pagination?.total - start }),
      next: (page, read) => ({ ...page, offset: start + read }),
    },
    { limit: 200, order: "asc", ...query, offset: start },
  );
}
