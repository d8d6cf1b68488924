/** What went wrong, stable across versions; match on this, never on the message. */
export type ClientErrorCode =
  | "missing_api_key"
  | "invalid_base_url"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "not_available"
  | "invalid_request"
  | "rate_limited"
  | "server_error"
  | "unexpected_status"
  | "connection_failed"
  | "attempt_timeout"
  | "total_timeout"
  | "aborted"
  | "body_too_large"
  | "malformed_body"
  | "inexact_number"
  | "unexpected_empty_page"
  | "repeated_cursor";

export interface ClientErrorDetails {
  /** The provider's display name. */
  readonly provider: string;
  readonly code: ClientErrorCode;
  readonly message: string;
  /** True where the same request may succeed later; the pipeline has by then used up its own retries. */
  readonly retryable?: boolean;
  /** HTTP status; for an error inside HTTP 200, the status that the body states. */
  readonly status?: number | undefined;
  /** The provider's own error code, where its body has one. */
  readonly providerCode?: string | undefined;
  readonly requestId?: string | undefined;
  /** The wait the provider asked for, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The parsed error body, or its text; credentials removed. */
  readonly body?: unknown;
  /** The place inside a body, for example `$.recent_billings[3].amount_usd`. */
  readonly path?: string | undefined;
  readonly cause?: unknown;
}

const marker = Symbol.for("spendbook.client-error");

/**
 * Every failure of a billing client: transport, HTTP status, body and paging.
 * Credentials never stand in it. Compare `code`; `isClientError` also recognises
 * instances made by another installed copy of this package.
 */
export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly [marker] = true;
  /** The provider's display name. */
  declare readonly provider: string;
  /** What went wrong, stable across versions. */
  declare readonly code: ClientErrorCode;
  /** True where the same request may succeed later; the pipeline has by then used up its own retries. */
  declare readonly retryable: boolean;
  /** HTTP status; for an error inside HTTP 200, the status that the body states. Undefined where no answer came. */
  declare readonly status: number | undefined;
  /** The provider's own error code, where its body has one. */
  declare readonly providerCode: string | undefined;
  /** The answer's `x-request-id`, which the provider's support asks for. */
  declare readonly requestId: string | undefined;
  /** The wait the provider asked for, in milliseconds. */
  declare readonly retryAfter: number | undefined;
  /** The parsed error body, or its text; credentials removed. */
  declare readonly body: unknown;
  /** The place inside a body, for example `$.recent_billings[3].amount_usd`. */
  declare readonly path: string | undefined;

  constructor({ message, cause, ...details }: ClientErrorDetails) {
    super(`${details.provider}: ${message}`, cause === undefined ? {} : { cause });
    Object.assign(this, { retryable: false }, details);
  }
}

/** Whether a value is a `ClientError`, of this copy of the package or of another. */
export function isClientError(value: unknown): value is ClientError {
  return value instanceof Error && marker in value;
}
