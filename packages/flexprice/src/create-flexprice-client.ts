import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type PagedList,
} from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { paths } from "./generated/openapi.js";
import {
  type ListWalletTransactionsResponse,
  listTransactions,
  type TransactionsQuery,
  type WalletTransactionResponse,
} from "./list-transactions.js";

/** The key, and how requests are sent, repeated and observed. */
export type FlexpriceClientOptions = ClientOptions;

/** The operations of the document, typed, and its lists read to their end. */
export interface FlexpriceClient extends Client<paths> {
  /** A wallet's transactions, page after page: `for await (const row of client.transactions({ id }))`. */
  transactions(
    query: TransactionsQuery,
    options?: CallOptions,
  ): PagedList<ListWalletTransactionsResponse, WalletTransactionResponse>;
}

/**
 * Makes a client of Flexprice's wallet API. Amounts are decimal texts, as the provider sends them, in the wallet's
 * currency or in credits, positive in both directions. Nothing is sent until a call; calls and lists throw `ClientError`.
 *
 * @see https://docs.flexprice.io/api-reference
 */
export function createFlexpriceClient(options: FlexpriceClientOptions): FlexpriceClient {
  const client = createClient<paths>(definition, options);
  return { ...client, transactions: (query, callOptions) => listTransactions(client, query, callOptions) };
}
