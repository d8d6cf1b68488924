import type { ProviderDefinition } from "@spendbook/client-core";

/** NeevCloud's address, authentication and error shape. The token is opaque: a JWT and a `pat-nc-…` alike. */
export const definition: ProviderDefinition = {
  provider: "NeevCloud",
  baseUrl: "https://api.ai.neevcloud.com/billing",
  authenticate: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  readError,
};

/** `{code, message}`, documented for 400, 404 and 500; 401, 403 and 429 may have any body. */
function readError(body: unknown) {
  if (typeof body !== "object" || body === null) return null;
  const { code, message } = body as { code?: unknown; message?: unknown };
  return { ...(typeof code === "string" && { code }), ...(typeof message === "string" && { message }) };
}
