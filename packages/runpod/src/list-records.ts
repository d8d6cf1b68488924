import { listPages, type PagedList } from "@spendbook/client-core";
import { definition } from "./definition.js";
import type { components, operations } from "./generated/openapi.js";

type Schemas = components["schemas"];

/** A window: from `startTime` until before `endTime`, or the last `lastN` buckets; of `bucketSize`, a day if not given. */
export type BillingQuery = NonNullable<operations["listBilling"]["parameters"]["query"]>;

/** A window of the pods' costs, of all pods or of `podId`. */
export type PodBillingQuery = NonNullable<operations["listPodBilling"]["parameters"]["query"]>;

/** A window of the serverless endpoints' costs, of all of them or of `serverlessId`. */
export type ServerlessBillingQuery = NonNullable<operations["listServerlessBilling"]["parameters"]["query"]>;

/** A window of the network volumes' costs, of all of them or of `networkVolumeId`. */
export type NetworkVolumeBillingQuery = NonNullable<operations["listNetworkVolumeBilling"]["parameters"]["query"]>;

/** A window of the clusters' costs, of all of them or of `clusterId`. */
export type ClusterBillingQuery = NonNullable<operations["listClusterBilling"]["parameters"]["query"]>;

/** What the account spent in one bucket, in USD: the whole, and each part. */
export type BillingRecord = Schemas["BillingRecord"];

/** What one pod cost in one bucket, in USD. */
export type PodBillingRecord = Schemas["PodBillingRecord"];

/** What one serverless endpoint cost in one bucket, in USD; the platform fee is part of the total. */
export type ServerlessBillingRecord = Schemas["ServerlessBillingRecord"];

/** What Runpod's public endpoints cost in one bucket, in USD, all of them together. */
export type EndpointBillingRecord = Schemas["EndpointBillingRecord"];

/** What one network volume cost in one bucket, in USD. */
export type NetworkVolumeBillingRecord = Schemas["NetworkVolumeBillingRecord"];

/** What one cluster cost in one bucket, in USD. */
export type ClusterBillingRecord = Schemas["ClusterBillingRecord"];

interface Answer {
  readonly records: readonly object[];
  readonly metadata: { readonly recordCount: number };
}

/** The records of one answer, which is the whole window; it ends where as many came as `metadata.recordCount` counts. */
export function listRecords<Page extends Answer>(fetch: () => Promise<Page>): PagedList<Page, Page["records"][number]> {
  return listPages<null, Page, Page["records"][number]>(
    {
      provider: definition.provider,
      fetch,
      rows: ({ records }) => records,
      end: ({ metadata }) => ({ total: metadata?.recordCount }),
    },
    null,
  );
}
