import type { Call } from "./call.js";
import { ClientError, type ClientErrorCode, type ClientErrorDetails } from "./client-error.js";
import type { ClientOptions } from "./client-options.js";
import { type Deadline, startDeadline } from "./deadline.js";
import { httpError, statusError } from "./http-error.js";
import { InexactNumberError, parseExactJson } from "./parse-exact-json.js";
import { readBody } from "./read-body.js";
import { redact, redactBody } from "./redact.js";

/** A response whose body has been read whole and parsed exactly. */
export interface ExactResponse {
  readonly response: Response;
  readonly data: unknown;
}

interface Settings extends Required<Pick<ClientOptions, "timeout" | "maxBodySize" | "now">> {
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
}

/** Sends a request once and reads the whole answer. Throws only `ClientError`. */
export async function attempt(call: Call, settings: Settings, total: Deadline): Promise<ExactResponse> {
  const { definition, request, apiKey } = call;
  const own = startDeadline(settings.timeout, total.signal);
  try {
    const { signal } = own;
    signal.throwIfAborted();
    const { url, ...init } = request;
    const response = await settings.send(url, { ...init, signal });
    const text = await readBody(response, settings.maxBodySize);
    if (!response.ok) throw httpError(call, response, text, settings.now());
    const data = parseExactJson(text);
    if (definition.readErrorInSuccess?.(data)) {
      const body = redactBody(data, apiKey);
      throw statusError(call, response, definition.readErrorInSuccess(body) ?? {}, body, settings.now());
    }
    return { response, data };
  } catch (cause) {
    throw cause instanceof ClientError ? cause : failure(call, cause, total, own);
  } finally {
    own.clear();
  }
}

/** What stood in the way of an answer. */
function failure(
  { definition, request, signal, apiKey }: Call,
  cause: unknown,
  total: Deadline,
  own: Deadline,
): ClientError {
  const fail = (code: ClientErrorCode, message: string, more: Partial<ClientErrorDetails> = { cause }) =>
    new ClientError({ provider: definition.provider, code, message, ...more });
  const late = (code: ClientErrorCode, { duration }: Deadline, option: string) =>
    fail(code, `no complete answer within ${duration} ms; try again later, or raise the option ${option}`, {
      retryable: true,
    });
  const { host, pathname } = new URL(request.url);
  const answer = `the answer to ${request.method} ${pathname}`;

  if (signal?.aborted) return fail("aborted", "the call was aborted", { cause: signal.reason });
  if (total.isOver()) return late("total_timeout", total, "totalTimeout");
  if (own.isOver()) return late("attempt_timeout", own, "timeout");
  if (cause instanceof InexactNumberError) {
    const { path, message } = cause;
    return fail("inexact_number", `${answer} is not exact: ${message}; report it to the provider`, { path, cause });
  }
  if (cause instanceof RangeError)
    return fail("body_too_large", `${answer} is too large: ${cause.message}; raise the option maxBodySize`);
  // A syntax error quotes the body, so it is not kept as the cause.
  if (cause instanceof SyntaxError)
    return fail("malformed_body", `${answer} is not UTF-8 JSON, or was cut off; check the base URL`, {
      retryable: true,
    });
  const chain = errorsIn(cause);
  const reason = chain.at(-1);
  const said = redact(reason instanceof Error ? reason.message : String(reason), apiKey);
  return fail("connection_failed", `cannot reach ${host} (${said}); check network and base URL`, {
    retryable: true,
    // A fetch may have been given by the caller, and name what it was sent.
    cause: chain.some((each) => each instanceof Error && `${each.message}${each.stack}`.includes(apiKey))
      ? undefined
      : cause,
  });
}

/** A failure and its causes, the deepest last; of the many of an `AggregateError` (every address of a host refused) the first. */
function errorsIn(cause: unknown): unknown[] {
  const inner = cause instanceof AggregateError ? (cause.errors[0] ?? cause.cause) : (cause as Error | null)?.cause;
  return inner === undefined ? [cause] : [cause, ...errorsIn(inner)];
}
