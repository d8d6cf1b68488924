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

type Settings = Required<Pick<ClientOptions, "fetch" | "timeout" | "maxBodySize" | "now">>;

/** Sends a request once and reads the whole answer. Throws only `ClientError`. */
export async function attempt(call: Call, settings: Settings, total: Deadline): Promise<ExactResponse> {
  const { definition, request, apiKey } = call;
  const own = startDeadline(settings.timeout);
  try {
    const signal = AbortSignal.any([request.signal, total.signal, own.signal]);
    signal.throwIfAborted();
    const response = await settings.fetch(new Request(request.clone(), { signal }));
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
function failure({ definition, request, apiKey }: Call, cause: unknown, total: Deadline, own: Deadline): ClientError {
  const fail = (code: ClientErrorCode, message: string, more: Partial<ClientErrorDetails> = { cause }) =>
    new ClientError({ provider: definition.provider, code, message, ...more });
  const late = (code: ClientErrorCode, { duration }: Deadline, option: string) =>
    fail(code, `no complete answer within ${duration} ms; try again later, or raise the option ${option}`, {
      retryable: true,
    });
  const { host, pathname } = new URL(request.url);
  const answer = `the answer to ${request.method} ${pathname}`;

  if (request.signal.aborted) return fail("aborted", "the call was aborted", { cause: request.signal.reason });
  if (total.signal.aborted) return late("total_timeout", total, "totalTimeout");
  if (own.signal.aborted) return late("attempt_timeout", own, "timeout");
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
  return fail("connection_failed", `cannot reach ${host} (${reasonOf(cause, apiKey)}); check network and base URL`, {
    retryable: true,
    cause,
  });
}

function reasonOf(cause: unknown, apiKey: string): string {
  let deepest = cause;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  // An AggregateError (every address of a host refused) has an empty message of its own.
  if (deepest instanceof AggregateError) deepest = deepest.errors[0] ?? deepest;
  return redact(deepest instanceof Error ? deepest.message : String(deepest), apiKey);
}
