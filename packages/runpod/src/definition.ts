import type { ProviderDefinition } from "@spendbook/client-core";

/** Runpod's address, authentication and error shape. */
export const definition: ProviderDefinition = {
  provider: "Runpod",
  baseUrl: "https://api.runpod.io",
  authenticate: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  readError,
};

/** `{title, status, detail, errors}`, the problem format of RFC 9457. */
function readError(body: unknown) {
  if (typeof body !== "object" || body === null) return null;
  const { title, detail, errors } = body as { title?: unknown; detail?: unknown; errors?: unknown };
  const said = [detail ?? title, ...(Array.isArray(errors) ? errors : [])].filter((text) => typeof text === "string");
  return said.length === 0 ? {} : { message: said.join("; ") };
}
