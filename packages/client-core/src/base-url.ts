import { ClientError } from "./client-error.js";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks a base URL and takes a trailing slash off. Throws `ClientError` `invalid_base_url` unless it is
 * https (or http on loopback), without user, password, query and fragment.
 */
export function checkBaseUrl(text: string, provider: string): string {
  const refuse = (reason: string) =>
    new ClientError({
      provider,
      code: "invalid_base_url",
      message: `baseUrl ${reason}; expected the form https://host/path`,
    });
  if (!URL.canParse(text)) throw refuse("is not a URL");
  const url = new URL(text);
  if (url.username || url.password) throw refuse("holds a user or password, which would be sent in clear to logs");
  if (url.search || url.hash) throw refuse("holds a query or fragment");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.test(url.hostname)))
    throw refuse(`uses ${url.protocol.slice(0, -1)} with ${url.hostname}, and only https keeps the key secret`);
  return text.replace(/\/+$/, "");
}
