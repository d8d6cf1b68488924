import type { IncomingMessage, ServerResponse } from "node:http";
import { changeAnswer } from "../faults/change-answer.js";
import { deliver } from "../faults/deliver.js";
import type { FaultList } from "../faults/fault-list.js";
import { type ProviderId, providerIds } from "../provider-id.js";
import type { Answer } from "./answer.js";
import { findOperations } from "./find-operation.js";
import { prefixes } from "./prefixes.js";
import type { ProviderService } from "./provider-service.js";
import { readJson } from "./read-json.js";
import type { SandboxRequest } from "./request.js";

export interface ListenerOptions {
  readonly services: Readonly<Record<ProviderId, ProviderService>>;
  readonly faults: FaultList;
  /** Told of every request before it is answered, and waited for. */
  readonly onRequest: (request: SandboxRequest) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/** Answers a request as the provider of its prefix does, or as the fault that it meets says. */
export function createListener({ services, faults, onRequest, signal }: ListenerOptions) {
  let number = 0;
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? "/", "http://sandbox.invalid");
    const provider = providerIds.find((id) => url.pathname.startsWith(`${prefixes[id]}/`));
    if (provider === undefined) {
      await deliver(response, { status: 404, text: "The sandbox serves no provider here" }, null, signal);
      return;
    }
    number += 1;
    const service = services[provider];
    const path = url.pathname.slice(prefixes[provider].length);
    const { found, params } = findOperations(service.operations, path);
    const operation = found.find(({ method }) => method === incoming.method);
    const request: SandboxRequest = {
      number,
      provider,
      method: incoming.method ?? "",
      path,
      operation: operation === undefined ? null : `${operation.method} ${operation.path}`,
      query: Object.fromEntries(url.searchParams),
      body: await readJson(incoming),
    };
    await onRequest(request);

    const answer = (): Answer => {
      const refusal = service.authorize(incoming.headers);
      if (refusal !== null) return refusal;
      if (operation !== undefined) return operation.answer({ params, query: request.query, body: request.body });
      return found.length > 0 ? service.fail(405, "Method not allowed") : service.fail(404, "Not found");
    };
    const fault = faults.meet(request);
    const changed = fault === null ? answer() : changeAnswer(answer(), fault, service);
    response.setHeader("x-request-id", `sandbox-${request.number}`);
    await deliver(response, changed, fault, signal);
  };
}
