export {
  type AttemptEvent,
  type CallOptions,
  ClientError,
  type ClientErrorCode,
  isClientError,
  type PagedList,
  type RetryOptions,
} from "@spendbook/client-core";
export {
  createPrimeIntellectClient,
  type PrimeIntellectClient,
  type PrimeIntellectClientOptions,
} from "./create-prime-intellect-client.js";
export type { components, paths } from "./generated/openapi.js";
export type { BillingEntry, BillingsQuery, WalletResponse } from "./list-billings.js";
