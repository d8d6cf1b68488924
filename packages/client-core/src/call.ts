import type { ProviderDefinition } from "./provider-definition.js";

/** One call on its way: the request, and what is needed to repeat it and to judge its answer. */
export interface Call {
  readonly definition: ProviderDefinition;
  readonly request: Request;
  /** Aborts when the caller gives the call up. */
  readonly signal: AbortSignal;
  /** The path as the document writes it, for example `/wallets/{id}`. */
  readonly path: string;
  readonly apiKey: string;
}
