import type { ProviderDefinition, ProviderError } from "@spendbook/client-core";

/** WaveSpeed's address, authentication and error shapes. */
export const definition: ProviderDefinition = {
  provider: "WaveSpeed",
  baseUrl: "https://api.wavespeed.ai",
  authenticate: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  readError,
  readErrorInSuccess,
  readingPosts: ["/api/v3/billings/search"],
  optionalPaths: ["/api/v3/account/billings"],
};

/** `{message, error_code}`, or the envelope's `{code, message}`. */
function readError(body: unknown): ProviderError | null {
  if (typeof body !== "object" || body === null) return null;
  const { code, error_code, message } = body as { code?: unknown; error_code?: unknown; message?: unknown };
  // An envelope's code that repeats an HTTP status says nothing that the status does not.
  const own = typeof error_code === "string" || isStatus(code) ? error_code : code;
  return {
    ...((typeof own === "string" || typeof own === "number") && { code: String(own) }),
    ...(typeof message === "string" && { message }),
  };
}

/** An envelope whose `code` is not 200; where that is no HTTP status, it is the provider's own code. */
function readErrorInSuccess(body: unknown): ProviderError | null {
  if (typeof body !== "object" || body === null) return null;
  const { code } = body as { code?: unknown };
  if (code === undefined || code === 200) return null;
  return { ...readError(body), ...(isStatus(code) && { status: code }) };
}

function isStatus(code: unknown): code is number {
  return typeof code === "number" && code >= 400 && code <= 599;
}
