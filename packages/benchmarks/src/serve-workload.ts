import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Workload } from "./workloads/workload.js";

/** A server of a workload on loopback, which answers `delay` milliseconds after it was asked, or as soon as it can. */
export function serveWorkload(workload: Workload, delay = 0) {
  return createServer(async (request, response) => {
    const arrived = performance.now();
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://loopback");
    const operation = `${request.method} ${pathname}`;
    const answer = workload.answer({ operation, query: searchParams, body: await readJson(request) });
    const text = JSON.stringify(answer ?? { message: `${operation} is not served` });
    if (delay > 0) await sleep(Math.max(0, arrived + delay - performance.now()));
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" }).end(text);
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text === "" ? null : JSON.parse(text);
}
