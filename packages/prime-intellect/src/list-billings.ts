import { type CallOptions, type Client, listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations, paths } from "./generated/openapi.js";

/** The wallet with one page of its billing rows. */
export type WalletResponse = components["schemas"]["WalletResponse"];

/** One charge of one resource in USD; a running resource's row grows until the resource ends. */
export type BillingEntry = components["schemas"]["BillingEntry"];

/** Whose wallet is read, and from where: `teamId`, and `limit` rows a page (1 to 100) from `offset` on. */
export type BillingsQuery = NonNullable<operations["get_wallet_api_v1_billing_wallet_get"]["parameters"]["query"]>;

/**
 * The wallet's billing rows, newest charge first; without `teamId` those of the key's own personal wallet.
 * Paged by offset to the end that `total_billings` states.
 */
export function listBillings(
  client: Client<paths>,
  query: BillingsQuery = {},
  options?: CallOptions,
): PagedList<WalletResponse, BillingEntry> {
  const start = query.offset ?? 0;
  return listPages<BillingsQuery, WalletResponse, BillingEntry>(
    {
      provider: definition.provider,
      fetch: async (page) => (await client.GET("/api/v1/billing/wallet", { ...options, params: { query: page } })).data,
      rows: (page) => page.recent_billings,
      end: (page) => ({ total: page.total_billings - start }),
      next: (page, read) => ({ ...page, offset: start + read }),
    },
    { limit: 100, ...query, offset: start },
  );
}
