import type { ProviderId } from "../provider-id.js";

/** What was asked of the sandbox; no header, so no key. */
export interface SandboxRequest {
  /** Counting from 1, over all providers. */
  readonly number: number;
  readonly provider: ProviderId;
  readonly method: string;
  /** As the provider's document has it, without the sandbox's prefix. */
  readonly path: string;
  /** Such as `GET /wallets/{id}`; null where the provider has no such operation. */
  readonly operation: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where there is no body or it is no JSON. */
  readonly body: unknown;
}
