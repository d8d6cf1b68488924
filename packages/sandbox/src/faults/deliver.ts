import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { printJson } from "../json.js";
import type { Answer } from "../server/answer.js";
import type { Fault } from "./fault.js";

/** Sends an answer over the connection, whole or as broken as the fault says. `signal` ends waits. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | null,
  signal: AbortSignal,
): Promise<void> {
  if (fault?.kind === "reset-connection") {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = spoil(print(answer), fault);
  const padding = fault?.kind === "too-large" ? (fault.bytes ?? 64 * 1024 * 1024) : 0;
  const slow = fault?.kind === "slow" ? fault : null;
  if (slow !== null && slow.part !== "body") await setTimeout(slow.delay, undefined, { signal });

  const type = answer.text === undefined ? "application/json" : "text/plain; charset=utf-8";
  const length = { "content-length": String(body.length + padding) };
  response.writeHead(answer.status, { ...(body.length > 0 && { "content-type": type }), ...length, ...answer.headers });
  const half = Math.floor(body.length / 2);
  if (fault?.kind === "truncated-body") {
    response.write(body.subarray(0, half), () => response.destroy());
    return;
  }
  if (slow?.part === "body") {
    response.write(body.subarray(0, half));
    await setTimeout(slow.delay, undefined, { signal });
    response.end(body.subarray(half));
    return;
  }
  if (padding > 0) await writeBlanks(response, padding);
  response.end(body);
}

function print({ body, text }: Answer): Buffer {
  return Buffer.from(text ?? (body === undefined ? "" : printJson(body)));
}

function spoil(body: Buffer, fault: Fault | null): Buffer {
  if (fault?.kind === "malformed-json") return body.subarray(0, -1);
  // A member before the others keeps the JSON well-formed but for the one byte.
  if (fault?.kind === "invalid-utf8")
    return Buffer.concat([Buffer.from('{"note":"'), Buffer.from([0xff]), Buffer.from('",'), body.subarray(1)]);
  return body;
}

/** Blanks are allowed before JSON. Stops where the other side has gone. */
async function writeBlanks(response: ServerResponse, bytes: number): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, " ");
  for (let left = bytes; left > 0 && !response.destroyed; left -= chunk.length) {
    const isFull = !response.write(chunk.subarray(0, left));
    if (isFull) await drained(response);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      response.off("drain", end).off("close", end);
      resolve();
    };
    response.on("drain", end).on("close", end);
  });
}
