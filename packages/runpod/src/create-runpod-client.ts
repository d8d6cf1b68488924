import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type PagedList,
} from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, paths } from "./generated/openapi.js";
import {
  type BillingQuery,
  type BillingRecord,
  type ClusterBillingQuery,
  type ClusterBillingRecord,
  type EndpointBillingRecord,
  listRecords,
  type NetworkVolumeBillingQuery,
  type NetworkVolumeBillingRecord,
  type PodBillingQuery,
  type PodBillingRecord,
  type ServerlessBillingQuery,
  type ServerlessBillingRecord,
} from "./list-records.js";

/** The key, and how requests are sent, repeated and observed. */
export type RunpodClientOptions = ClientOptions;

type Schemas = components["schemas"];

/** The operations of the document, typed, and their records; a window comes in one answer. */
export interface RunpodClient extends Client<paths> {
  /** What the whole account spent: `for await (const row of client.billing({ lastN: 30 }))`. */
  billing(query?: BillingQuery, options?: CallOptions): PagedList<Schemas["ListBillingResponse"], BillingRecord>;
  /** What each pod cost. */
  podBilling(
    query?: PodBillingQuery,
    options?: CallOptions,
  ): PagedList<Schemas["ListPodBillingResponse"], PodBillingRecord>;
  /** What each serverless endpoint cost. */
  serverlessBilling(
    query?: ServerlessBillingQuery,
    options?: CallOptions,
  ): PagedList<Schemas["ListServerlessBillingResponse"], ServerlessBillingRecord>;
  /** What Runpod's public endpoints cost; serverless endpoints of one's own are in `serverlessBilling`. */
  endpointBilling(
    query?: BillingQuery,
    options?: CallOptions,
  ): PagedList<Schemas["ListEndpointBillingResponse"], EndpointBillingRecord>;
  /** What each network volume cost. */
  networkVolumeBilling(
    query?: NetworkVolumeBillingQuery,
    options?: CallOptions,
  ): PagedList<Schemas["ListNetworkVolumeBillingResponse"], NetworkVolumeBillingRecord>;
  /** What each cluster cost. */
  clusterBilling(
    query?: ClusterBillingQuery,
    options?: CallOptions,
  ): PagedList<Schemas["ListClusterBillingResponse"], ClusterBillingRecord>;
}

/**
 * Makes a client of Runpod's billing API. Amounts are US dollars as the provider sends them, costs being positive.
 * Nothing is sent until a call; calls and lists throw `ClientError`.
 *
 * @see https://docs.runpod.io/api-reference-v2/billing/get-aggregated-billing-history
 */
export function createRunpodClient(options: RunpodClientOptions): RunpodClient {
  const client = createClient<paths>(definition, options);
  const read = (query: object | undefined, call: CallOptions | undefined) => ({
    ...call,
    params: { query: query ?? {} },
  });
  return {
    ...client,
    billing: (query, call) => listRecords(async () => (await client.GET("/v2/billing", read(query, call))).data),
    podBilling: (query, call) =>
      listRecords(async () => (await client.GET("/v2/billing/pods", read(query, call))).data),
    serverlessBilling: (query, call) =>
      listRecords(async () => (await client.GET("/v2/billing/serverless", read(query, call))).data),
    endpointBilling: (query, call) =>
      listRecords(async () => (await client.GET("/v2/billing/endpoints", read(query, call))).data),
    networkVolumeBilling: (query, call) =>
      listRecords(async () => (await client.GET("/v2/billing/network-volumes", read(query, call))).data),
    clusterBilling: (query, call) =>
      listRecords(async () => (await client.GET("/v2/billing/clusters", read(query, call))).data),
  };
}
