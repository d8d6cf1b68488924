import type { ProviderDefinition, ProviderError } from "@spendbook/client-core";

/** Flexprice's address (US region), authentication and error shapes. */
export const definition: ProviderDefinition = {
  provider: "Flexprice",
  baseUrl: "https://us.api.flexprice.io/v1",
  authenticate: (apiKey) => ({ "x-api-key": apiKey }),
  readError,
};

/**
 * `{code, message, http_status_code}`; the older `{success: false, error: {message, internal_error}}`; and the
 * authentication's `{error}` and `{error, message}`. A 500 may have no body at all.
 */
function readError(body: unknown): ProviderError | null {
  if (typeof body !== "object" || body === null) return null;
  const { code, message, error } = body as { code?: unknown; message?: unknown; error?: unknown };
  if (typeof error === "string") return typeof message === "string" ? { code: error, message } : { message: error };
  if (typeof error === "object" && error !== null) return readLegacyError(error);
  return { ...(typeof code === "string" && { code }), ...(typeof message === "string" && { message }) };
}

function readLegacyError(error: { message?: unknown; internal_error?: unknown }): ProviderError | null {
  // The internal error is empty where the caller made the mistake.
  const said = [error.message, error.internal_error].filter((text) => typeof text === "string" && text !== "");
  return said.length > 0 ? { message: said.join(": ") } : null;
}
