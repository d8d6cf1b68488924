export {
  type AttemptEvent,
  type CallOptions,
  ClientError,
  type ClientErrorCode,
  isClientError,
  type PagedList,
  type RetryOptions,
} from "@spendbook/client-core";
export { createNeevCloudClient, type NeevCloudClient, type NeevCloudClientOptions } from "./create-neevcloud-client.js";
export type { components, paths } from "./generated/openapi.js";
export type { TransactionsQuery, WalletTransaction, WalletTransactionsListResponse } from "./list-transactions.js";
