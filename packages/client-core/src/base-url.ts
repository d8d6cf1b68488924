import { ClientError } from "./client-error.js";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks a base URL and takes a trailing slash off. Throws `ClientError` `invalid_base_url` unless it is
 * https (or http on loopback), without user, password, query and fragment.
 */
export function checkBaseUrl(text: string, provider: string): string {
  const problem = findProblem(text);
  if (problem !== null) {
    const message = `baseUrl ${problem}; expected the form https://host/path`;
    throw new ClientError({ provider, code: "invalid_base_url", message });
  }
  return text.replace(/\/+$/, "");
}

function findProblem(text: string): string | null {
  if (!URL.canParse(text)) return "is not a URL";
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username || password) return "holds a user or password";
  if (search || hash) return "holds a query or fragment";
  if (protocol === "https:" || (protocol === "http:" && loopback.test(hostname))) return null;
  return `uses ${protocol.slice(0, -1)} with ${hostname}, and only https keeps the key secret`;
}
