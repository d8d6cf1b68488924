export {
  type AttemptEvent,
  type CallOptions,
  ClientError,
  type ClientErrorCode,
  isClientError,
  type PagedList,
  type RetryOptions,
} from "@spendbook/client-core";
export { createRunpodClient, type RunpodClient, type RunpodClientOptions } from "./create-runpod-client.js";
export type { components, paths } from "./generated/openapi.js";
export type {
  BillingQuery,
  BillingRecord,
  ClusterBillingQuery,
  ClusterBillingRecord,
  EndpointBillingRecord,
  NetworkVolumeBillingQuery,
  NetworkVolumeBillingRecord,
  PodBillingQuery,
  PodBillingRecord,
  ServerlessBillingQuery,
  ServerlessBillingRecord,
} from "./list-records.js";
