import type { Answer } from "../server/answer.js";
import type { ProviderService } from "../server/provider-service.js";
import type { Fault } from "./fault.js";

/** What a fault makes of an answer; faults of the transport leave it as it is. */
export function changeAnswer(answer: Answer, fault: Fault, service: ProviderService): Answer {
  switch (fault.kind) {
    case "status": {
      const own = service.fail(fault.status, "The sandbox was told to fail");
      const retryAfter = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
      const { body: ownBody, ...rest } = own;
      const body = fault.body === undefined ? ownBody : (fault.body ?? undefined);
      return { ...rest, headers: { ...own.headers, ...retryAfter, ...fault.headers }, body };
    }
    case "empty-page":
      return { ...answer, body: replaceAt(answer.body, service.rowsAt, []) };
    case "code-in-200":
      return { status: 200, body: { code: fault.code ?? 500, message: fault.message ?? "internal error", data: null } };
    case "rewrite":
      return { ...answer, body: fault.rewrite(answer.body) };
    case "html":
      return {
        status: fault.status ?? 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        text: "<!doctype html><title>Please wait</title><h1>Please wait</h1>",
      };
    case "wrong-content-type":
      return { ...answer, headers: { ...answer.headers, "content-type": fault.contentType ?? "text/plain" } };
    default:
      return answer;
  }
}

/** A copy with another value at the path; without the path, the body as it is. */
function replaceAt(body: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof body !== "object" || body === null || !(key in body)) return body;
  return { ...body, [key]: replaceAt((body as Readonly<Record<string, unknown>>)[key], path, value) };
}
