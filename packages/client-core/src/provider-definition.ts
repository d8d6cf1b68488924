/** What a provider says of an error, read out of a body of any of its shapes. */
export interface ProviderError {
  readonly code?: string;
  readonly message?: string;
  /** The status the body states, for errors inside HTTP 200. */
  readonly status?: number;
}

/** What distinguishes one provider's client from another's. */
export interface ProviderDefinition {
  /** Display name, the first word of every error message. */
  readonly provider: string;
  /** The `servers` entry of its document. */
  readonly baseUrl: string;
  /** The headers that carry the key. */
  authenticate(apiKey: string): Readonly<Record<string, string>>;
  /** Reads the documented error shapes; null where the body has none of them. */
  readError(body: unknown): ProviderError | null;
  /** Finds an error inside a 2xx answer, for providers that send those. */
  readErrorInSuccess?(body: unknown): ProviderError | null;
  /** Paths whose POST only reads, and may be repeated like a GET. */
  readonly readingPosts?: readonly string[];
  /** Paths that not every account has: 404 and 405 there are `not_available`, not a wrong address. */
  readonly optionalPaths?: readonly string[];
}
