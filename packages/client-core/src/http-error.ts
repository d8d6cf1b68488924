import { ClientError, type ClientErrorCode } from "./client-error.js";
import { parseExactJson } from "./parse-exact-json.js";
import type { ProviderDefinition, ProviderError } from "./provider-definition.js";
import { parseRetryAfter } from "./retry-after.js";

const retryableStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

const remedies: Partial<Record<ClientErrorCode, string>> = {
  unauthorized: "check that the API key is current and belongs to this provider",
  forbidden: "give the key the right to read billing data, and check the organization, team or wallet id",
  not_found: "check the base URL and the organization, team or wallet id",
  invalid_request: "check the parameters",
  rate_limited: "wait and try again",
  server_error: "try again later",
};

/** Turns an HTTP status, and what the body says of it, into a `ClientError`. `text` has no credentials left in it. */
export function httpError(
  definition: ProviderDefinition,
  request: Request,
  response: Response,
  text: string,
  now: number,
): ClientError {
  const body = parseLeniently(text);
  return statusError(definition, request, response, definition.readError(body) ?? {}, body, now);
}

/** As `httpError`, for an error found in a body that is already parsed (WaveSpeed's code inside HTTP 200). */
export function statusError(
  definition: ProviderDefinition,
  request: Request,
  response: Response,
  said: ProviderError,
  body: unknown,
  now: number,
): ClientError {
  const status = said.status ?? response.status;
  const code = codeOf(status);
  const remedy = remedies[code];
  const words = [said.message ?? said.code, remedy].filter(Boolean).join("; ");
  const requestId = response.headers.get("x-request-id");
  const retryAfter = parseRetryAfter(response.headers.get("retry-after"), now);
  return new ClientError({
    provider: definition.provider,
    code,
    message: `${request.method} ${new URL(request.url).pathname} answered ${status}${words && `: ${words}`}`,
    retryable: retryableStatuses.has(status),
    status,
    body,
    ...(said.code !== undefined && { providerCode: said.code }),
    ...(requestId !== null && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function codeOf(status: number): ClientErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 405) return "not_found";
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server_error";
  if (status >= 400) return "invalid_request";
  return "unexpected_status";
}

/** An error body is shown as it came where it is not JSON; a gateway's HTML page is cut to its beginning. */
function parseLeniently(text: string): unknown {
  if (text === "") return undefined;
  try {
    return parseExactJson(text);
  } catch {
    return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
  }
}
