import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { AttemptEvent, ClientOptions } from "@spendbook/client-core";
import { serve } from "@spendbook/test-server";
import type { ClientRule } from "./client-rule.js";

/** The key of every client under test: long enough not to stand anywhere by chance. */
export const apiKey = "key-0123456789-very-secret";

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

/** A reply of one status, body and headers. */
export function reply(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const bytes = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(bytes);
}

/** Replies to nothing. */
export const silence: Reply = () => {};

/** Sends the head of an answer and half of its body. */
export const cutOff: Reply = (response) => {
  response.writeHead(200, { "content-length": "100" }).write('{"a":');
  setTimeout(() => response.destroy(), 5);
};

/** The client of a rule, of a real server that gives each request its reply, and the last one again and again. */
export async function serveClient<Client>(
  rule: ClientRule<Client>,
  replies: readonly Reply[],
  options: Partial<ClientOptions> = {},
) {
  const requests: IncomingMessage[] = [];
  const events: AttemptEvent[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    replies[Math.min(requests.length, replies.length) - 1]?.(response, request);
  };
  const baseUrl = `${await serve(listener)}${rule.basePath ?? ""}`;
  const onAttempt = (event: AttemptEvent) => void events.push(event);
  const client = rule.create({ apiKey, baseUrl, retry: { backoff: 1, backoffLimit: 1 }, onAttempt, ...options });
  return { client, requests, events, baseUrl, read: (call = {}) => rule.read(client, call) };
}

/** What a request to a list asks for. */
export async function readRequest(request: IncomingMessage) {
  const { searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
  const body = await text(request);
  return { query: searchParams, body: body === "" ? null : (JSON.parse(body) as unknown) };
}

/** The error that a call must end with. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => {
      throw new Error(`the call succeeded: ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
