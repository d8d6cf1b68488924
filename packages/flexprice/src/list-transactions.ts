import { type CallOptions, type Client, ClientError, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations, paths } from "./generated/openapi.js";

/** One page of a wallet's transactions, with the count of all that match. */
export type ListWalletTransactionsResponse = components["schemas"]["ListWalletTransactionsResponse"];

/** One movement of a wallet; amounts are decimal texts, positive, and `type` is the direction. */
export type WalletTransactionResponse = components["schemas"]["WalletTransactionResponse"];

type Parameters = operations["getWalletTransactions"]["parameters"];
type PageQuery = NonNullable<Parameters["query"]>;

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
  return listPages<PageQuery & { offset: number }, ListWalletTransactionsResponse, WalletTransactionResponse>(
    {
      provider: definition.provider,
      fetch: async (page) =>
        (await client.GET("/wallets/{id}/transactions", { ...options, params: { path: { id }, query: page } })).data,
      rows: readRows,
      next: (page, { offset, ...rest }) => {
        const reached = offset + readRows(page).length;
        return reached >= readTotal(page) ? null : { ...rest, offset: reached };
      },
    },
    { limit: 200, order: "asc", ...query, offset: query.offset ?? 0 },
  );
}

/** The server may write an empty list as null. */
function readRows({ items }: ListWalletTransactionsResponse): readonly WalletTransactionResponse[] {
  return items ?? [];
}

function readTotal({ pagination }: ListWalletTransactionsResponse): number {
  if (typeof pagination?.total === "number") return pagination.total;
  const path = "$.pagination.total";
  const message = `a page of transactions lacks ${path}, so the list's end is not known; report it to the provider`;
  throw new ClientError({ provider: definition.provider, code: "malformed_body", message, path });
}
