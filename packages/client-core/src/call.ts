import type { ProviderDefinition } from "./provider-definition.js";

/** What `fetch` is given; a `Request` would be copied by every attempt. */
export interface CallRequest extends RequestInit {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
}

/** One call on its way: the request, and what is needed to repeat it and to judge its answer. */
export interface Call {
  readonly definition: ProviderDefinition;
  readonly request: CallRequest;
  /** Aborts when the caller gives the call up. */
  readonly signal: AbortSignal | undefined;
  /** The path as the document writes it, for example `/wallets/{id}`. */
  readonly path: string;
  readonly apiKey: string;
}
