import type { Call } from "./call.js";
import { ClientError } from "./client-error.js";
import type { ClientOptions } from "./client-options.js";
import { Deadline } from "./deadline.js";
import { httpError, statusError } from "./http-error.js";
import { InexactNumberError, parseExactJson } from "./parse-exact-json.js";
import { readBody, UnreadableBodyError } from "./read-body.js";
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
  const { provider } = definition;
  const own = new Deadline(settings.timeout);
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
    if (cause instanceof ClientError) throw cause;
    if (request.signal.aborted)
      throw new ClientError({
        provider,
        code: "aborted",
        message: "the call was aborted",
        cause: request.signal.reason,
      });
    if (total.signal.aborted) throw timeoutError(provider, "total_timeout", total.duration);
    if (own.signal.aborted) throw timeoutError(provider, "attempt_timeout", own.duration);
    throw bodyError(provider, request, cause) ?? connectionError(provider, request, cause, apiKey);
  } finally {
    own.clear();
  }
}

function timeoutError(provider: string, code: "attempt_timeout" | "total_timeout", duration: number): ClientError {
  const option = code === "attempt_timeout" ? "timeout" : "totalTimeout";
  const message = `no complete answer within ${duration} ms; try again later, or raise the option ${option}`;
  return new ClientError({ provider, code, message, retryable: true });
}

function bodyError(provider: string, request: Request, cause: unknown): ClientError | null {
  const answer = `the answer to ${request.method} ${new URL(request.url).pathname}`;
  if (cause instanceof InexactNumberError) {
    const message = `${answer} cannot be taken over exactly: ${cause.message}; report it to the provider`;
    return new ClientError({ provider, code: "inexact_number", message, path: cause.path, cause });
  }
  if (cause instanceof UnreadableBodyError && cause.reason === "too_large") {
    const message = `${answer} is too large: ${cause.message}; raise the option maxBodySize`;
    return new ClientError({ provider, code: "body_too_large", message, cause });
  }
  if (cause instanceof UnreadableBodyError || cause instanceof SyntaxError) {
    // The syntax error itself quotes the body, so it is not kept as the cause.
    const message = `${answer} is not UTF-8 JSON: it was cut off, or something else answered; check the base URL`;
    return new ClientError({ provider, code: "malformed_body", message, retryable: true });
  }
  return null;
}

function connectionError(provider: string, request: Request, cause: unknown, apiKey: string): ClientError {
  let deepest = cause;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  // An AggregateError (every address of a host refused) has an empty message of its own.
  if (deepest instanceof AggregateError) deepest = deepest.errors[0] ?? deepest;
  const reason = redact(deepest instanceof Error ? deepest.message : String(deepest), apiKey);
  const message = `cannot reach ${new URL(request.url).host} (${reason}); check the network and the base URL`;
  return new ClientError({ provider, code: "connection_failed", message, retryable: true, cause });
}
