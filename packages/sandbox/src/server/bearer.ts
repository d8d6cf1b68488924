import type { IncomingHttpHeaders } from "node:http";

/** Whether the request has this key in its Authorization header. */
export function hasBearer({ authorization }: IncomingHttpHeaders, apiKey: string): boolean {
  return authorization?.replace(/^bearer /i, "") === apiKey && /^bearer /i.test(authorization);
}
