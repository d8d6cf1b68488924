import type { Call } from "./call.js";
import { ClientError, type ClientErrorCode } from "./client-error.js";
import { parseExactJson } from "./parse-exact-json.js";
import type { ProviderError } from "./provider-definition.js";
import { redact, redactBody } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";

const retryableStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

const statusCodes: Record<number, ClientErrorCode> = { 401: "unauthorized", 403: "forbidden", 429: "rate_limited" };

const remedies: Partial<Record<ClientErrorCode, string>> = {
  unauthorized: "check that the API key is current and belongs to this provider",
  forbidden: "give the key the right to read billing data, and check the organization, team or wallet id",
  not_found: "check the base URL and the organization, team or wallet id",
  not_available: "this account does not offer it; go on without it",
  invalid_request: "check the parameters",
  rate_limited: "wait and try again",
  server_error: "try again later",
};

/** Makes the error of an HTTP status, with what the body says of it, the key taken out. */
export function httpError(call: Call, response: Response, text: string, now: number): ClientError {
  const body = redactBody(parseLeniently(text), call.apiKey);
  return statusError(call, response, call.definition.readError(body) ?? {}, body, now);
}

/** As `httpError`, for an error that a body states itself (a code other than 200 inside HTTP 200); it holds no key any more. */
export function statusError(
  call: Call,
  response: Response,
  said: ProviderError,
  body: unknown,
  now: number,
): ClientError {
  const status = said.status ?? response.status;
  const code = codeOf(status, call);
  const words = [said.message ?? said.code, remedies[code]].filter(Boolean).join("; ");
  return new ClientError({
    provider: call.definition.provider,
    code,
    message: `${call.request.method} ${new URL(call.request.url).pathname} answered ${status}${words && `: ${words}`}`,
    retryable: retryableStatuses.has(status),
    status,
    body,
    providerCode: said.code,
    requestId: readRequestId(response, call.apiKey) ?? undefined,
    retryAfter: parseRetryAfter(response.headers.get("retry-after"), now),
  });
}

/** The provider's id of a request, which it may have made out of what it was sent. */
export function readRequestId(response: Response, apiKey: string): string | null {
  const id = response.headers.get("x-request-id");
  return id === null ? null : redact(id, apiKey);
}

function codeOf(status: number, { definition, path }: Call): ClientErrorCode {
  if (status === 404 || status === 405) return definition.optionalPaths?.includes(path) ? "not_available" : "not_found";
  return (
    statusCodes[status] ?? (status >= 500 ? "server_error" : status >= 400 ? "invalid_request" : "unexpected_status")
  );
}

/** An error body that is not JSON is shown as it came, a gateway's long page cut to its beginning. */
function parseLeniently(text: string): unknown {
  if (text === "") return undefined;
  try {
    return parseExactJson(text);
  } catch {
    return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
  }
}
