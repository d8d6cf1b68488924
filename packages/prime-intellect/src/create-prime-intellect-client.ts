import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type PagedList,
} from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { paths } from "./generated/openapi.js";
import { type BillingEntry, type BillingsQuery, listBillings, type WalletResponse } from "./list-billings.js";

/** The key, and how requests are sent, repeated and observed. */
export type PrimeIntellectClientOptions = ClientOptions;

/** The operations of the document, typed, and its lists read to their end. */
export interface PrimeIntellectClient extends Client<paths> {
  /** The wallet's billing rows, page after page: `for await (const row of client.billings({ teamId }))`. */
  billings(query?: BillingsQuery, options?: CallOptions): PagedList<WalletResponse, BillingEntry>;
}

/**
 * Makes a client of Prime Intellect's billing API. Amounts are USD as the provider sends them, charges positive.
 * Nothing is sent until a call; calls and lists throw `ClientError`.
 *
 * @see https://docs.primeintellect.ai
 */
export function createPrimeIntellectClient(options: PrimeIntellectClientOptions): PrimeIntellectClient {
  const client = createClient<paths>(definition, options);
  return { ...client, billings: (query, callOptions) => listBillings(client, query, callOptions) };
}
