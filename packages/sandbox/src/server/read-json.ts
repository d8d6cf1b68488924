import type { IncomingMessage } from "node:http";

const most = 1024 * 1024;

/** Reads a request's body; undefined where there is none, or it is too long, cut off or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
    }
    return size > most ? undefined : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown);
  } catch {
    return undefined;
  }
}
