export { ClientError, type ClientErrorCode, type ClientErrorDetails, isClientError } from "./client-error.js";
export type { AttemptEvent, CallOptions, ClientOptions } from "./client-options.js";
export { type CallResult, type Client, createClient } from "./create-client.js";
export { listPages, type PagedList, type PageRule } from "./list-pages.js";
export { parseExactJson } from "./parse-exact-json.js";
export type { ProviderDefinition, ProviderError } from "./provider-definition.js";
export type { RetryOptions } from "./retry-policy.js";
