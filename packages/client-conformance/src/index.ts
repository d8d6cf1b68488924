export type { AnyClient, ClientRule, DocumentedError, ListRule, PageRequest, ServedPage } from "./client-rule.js";
export { testClient } from "./test-client.js";
