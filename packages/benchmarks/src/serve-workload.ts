import { createServer, type IncomingMessage } from "node:http";
import type { Workload } from "./workloads/workload.js";

/** A server of a workload on loopback, which answers as soon as it can. */
export function serveWorkload(workload: Workload) {
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://loopback");
    const operation = `${request.method} ${pathname}`;
    const answer = workload.answer({ operation, query: searchParams, body: await readJson(request) });
    response
      .writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" })
      .end(JSON.stringify(answer ?? { message: `${operation} is not served` }));
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text === "" ? null : JSON.parse(text);
}
