import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Workload } from "./workloads/workload.js";

/**
 * A server of a workload on loopback, which answers `delay` milliseconds after it was asked, or as soon as it can. One that
 * takes its time keeps its answers, as a cache before it would: its own work must not be what is waited for.
 */
export function serveWorkload(workload: Workload, delay = 0) {
  const kept = new Map<string, Buffer>();
  const answerTo = (request: IncomingMessage, body: string): Buffer | undefined => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://loopback");
    const operation = `${request.method} ${pathname}`;
    const answer = workload.answer({ operation, query: searchParams, body: body === "" ? null : JSON.parse(body) });
    return answer === undefined ? undefined : Buffer.from(JSON.stringify(answer));
  };

  return createServer(async (request, response) => {
    const arrived = performance.now();
    const body = await readText(request);
    const key = `${request.method} ${request.url} ${body}`;
    const answer = kept.get(key) ?? answerTo(request, body);
    if (delay > 0) {
      if (answer !== undefined) kept.set(key, answer);
      await sleep(Math.max(0, arrived + delay - performance.now()));
    }
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(answer ?? JSON.stringify({ message: `${request.method} ${request.url} is not served` }));
  });
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
