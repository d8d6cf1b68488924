import type { RequestListener } from "node:http";

/** A listener that answers every request with one status, body (as JSON, or nothing) and headers. */
export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(body === undefined ? "" : JSON.stringify(body));
}
