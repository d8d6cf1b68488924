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
  listTransactions,
  type TransactionsQuery,
  type WalletTransaction,
  type WalletTransactionsListResponse,
} from "./list-transactions.js";

/** The key, and how requests are sent, repeated and observed. */
export type NeevCloudClientOptions = ClientOptions;

/** The operations of the document, typed, and its lists read to their end. */
export interface NeevCloudClient extends Client<paths> {
  /** The wallet's movements, page after page: `for await (const row of client.transactions({ org_id }))`. */
  transactions(
    query: TransactionsQuery,
    options?: CallOptions,
  ): PagedList<WalletTransactionsListResponse, WalletTransaction>;
}

/**
 * Makes a client of NeevCloud's billing API. Amounts are micro-dollars (1 000 000 make a US dollar) as the provider
 * sends them, positive in both directions. Nothing is sent until a call; calls and lists throw `ClientError`.
 *
 * @see https://docs.ai.neevcloud.com/api-reference/billing/wallets
 */
export function createNeevCloudClient(options: NeevCloudClientOptions): NeevCloudClient {
  const client = createClient<paths>(definition, options);
  return { ...client, transactions: (query, callOptions) => listTransactions(client, query, callOptions) };
}
