import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type PagedList,
} from "@spendbook/client-core";
import { definition } from "./definition.js";
import {
  type AccountBillingsQuery,
  type AccountBillingsResponse,
  type AccountTransaction,
  listAccountBillings,
} from "./list-account-billings.js";
import { type BillingRecord, type BillingSearchResponse, type BillingsQuery, listBillings } from "./list-billings.js";
import type { paths } from "./paths.js";

/** The key, and how requests are sent, repeated and observed. */
export type WaveSpeedClientOptions = ClientOptions;

/** The operations of the document, typed, and its lists read to their end. */
export interface WaveSpeedClient extends Client<paths> {
  /** The account's charges and refunds, page after page: `for await (const row of client.billings())`. */
  billings(query?: BillingsQuery, options?: CallOptions): PagedList<BillingSearchResponse, BillingRecord>;
  /** The account's top-ups and usage, page after page; `not_available` where the account does not have them. */
  accountBillings(
    query?: AccountBillingsQuery,
    options?: CallOptions,
  ): PagedList<AccountBillingsResponse, AccountTransaction>;
}

/**
 * Makes a client of WaveSpeed's billing API. Amounts are US dollars as the provider sends them: positive in both
 * directions in the search, signed in the account's list. Nothing is sent until a call; calls and lists throw `ClientError`.
 *
 * @see https://wavespeed.ai/docs/check-billings
 */
export function createWaveSpeedClient(options: WaveSpeedClientOptions): WaveSpeedClient {
  const client = createClient<paths>(definition, options);
  return {
    ...client,
    billings: (query, callOptions) => listBillings(client, query, callOptions),
    accountBillings: (query, callOptions) => listAccountBillings(client, query, callOptions),
  };
}
