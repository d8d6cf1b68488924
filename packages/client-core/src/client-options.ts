import type { RetryOptions } from "./retry-policy.js";

/** One attempt at one request, told after it ended; holds no credentials and no bodies. */
export interface AttemptEvent {
  readonly provider: string;
  readonly method: string;
  /** The request's address without its query. */
  readonly url: string;
  /** The path as the document writes it, for example `/wallets/{id}`: a label for metrics. */
  readonly path: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** HTTP status, or null where no answer came. */
  readonly status: number | null;
  /** The provider's id of the request, where it gives one. */
  readonly requestId: string | null;
  /** Wall time of the attempt in milliseconds, its body included. */
  readonly duration: number;
  /** The code of the attempt's error, or null where it succeeded. */
  readonly error: string | null;
  /** The wait in milliseconds before the next attempt, or null where there is none. */
  readonly retryIn: number | null;
}

/** What a call takes beside the operation's own parameters and body; it stands above the client's options. */
export interface CallOptions extends Pick<ClientOptions, "headers" | "retry" | "timeout" | "totalTimeout"> {
  /** Ends the call with `aborted`, whether it is being sent, read, or waits for its next attempt. */
  readonly signal?: AbortSignal;
}

/** What every client takes. Durations are in milliseconds. */
export interface ClientOptions {
  /** The key, or a function asked for it at every call (so that it can be rotated). Never logged. */
  readonly apiKey: string | (() => string | Promise<string>);
  /** The address in the form of the provider's `servers` entry; https, or http on loopback. */
  readonly baseUrl?: string;
  /** A replacement for the global `fetch`: a proxy's, a test's, one that counts. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request, beside the credentials. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How failed reads are repeated. */
  readonly retry?: RetryOptions;
  /** For one attempt, from sending to the last byte of the body. Default 30 000. */
  readonly timeout?: number;
  /** For a whole call with its retries and waits. Default 120 000. */
  readonly totalTimeout?: number;
  /** The longest body that is read, in bytes. Default 16 MiB. */
  readonly maxBodySize?: number;
  /** Called after every attempt; what it throws is ignored. */
  readonly onAttempt?: (event: AttemptEvent) => void;
  /** Milliseconds since the epoch; as `sleep` and `random`, for tests and simulations. */
  readonly now?: () => number;
  /** Waits `duration` milliseconds; resolves at once when the signal aborts. */
  readonly sleep?: (duration: number, signal: AbortSignal) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random?: () => number;
}
