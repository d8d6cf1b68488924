export {
  type AttemptEvent,
  type CallOptions,
  ClientError,
  type ClientErrorCode,
  isClientError,
  type PagedList,
  type RetryOptions,
} from "@spendbook/client-core";
export { createFlexpriceClient, type FlexpriceClient, type FlexpriceClientOptions } from "./create-flexprice-client.js";
export type { components, paths } from "./generated/openapi.js";
export type {
  ListWalletTransactionsResponse,
  TransactionsQuery,
  WalletTransactionResponse,
} from "./list-transactions.js";
