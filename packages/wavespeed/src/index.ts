export {
  type AttemptEvent,
  type CallOptions,
  ClientError,
  type ClientErrorCode,
  isClientError,
  type PagedList,
  type RetryOptions,
} from "@spendbook/client-core";
export { createWaveSpeedClient, type WaveSpeedClient, type WaveSpeedClientOptions } from "./create-wavespeed-client.js";
export { encodeTime, type TimeForm } from "./encode-time.js";
export type { AccountBillingsQuery, AccountBillingsResponse, AccountTransaction } from "./list-account-billings.js";
export type { BillingRecord, BillingSearchResponse, BillingsQuery } from "./list-billings.js";
export type { components, paths } from "./paths.js";
