import { parentPort, workerData } from "node:worker_threads";
import { createSerializer } from "../serializer.js";
import { type LotText, readLotTexts } from "./lot-text.js";
import { openSession } from "./session.js";
import type { SessionAnswer, SessionRequest, SessionThreadData } from "./session-requests.js";
import { failureOf } from "./thread-failure.js";

// The program of a session's thread: it answers one request after the other, until it is told to close and nothing keeps it.
const { path, wait, kind } = workerData as SessionThreadData;
let session: Awaited<ReturnType<typeof openSession>> | null = null;
const readings = new Map<number, AsyncGenerator<LotText>>();
const serialize = createSerializer();

async function answer(request: SessionRequest): Promise<unknown> {
  if (request.ask === "close") {
    parentPort?.unref();
    return session?.close();
  }
  session ??= await openSession(path, wait, kind);
  if (request.ask === "storePages") return session.storePages(request.pages);
  if (request.ask === "query") return session.query(request.sql, request.values);
  if (request.ask === "leave") return void readings.delete(request.reading);
  if (request.ask !== "lot") return session[request.ask]();
  const lots = readings.get(request.reading) ?? readLotTexts(session.rows, request.query);
  readings.set(request.reading, lots);
  const lot = await lots.next();
  return lot.done ? null : lot.value;
}

parentPort?.on("message", (request: SessionRequest) =>
  serialize(() =>
    answer(request)
      .then(
        (value): SessionAnswer => ({ value }),
        (error: unknown): SessionAnswer => ({ failure: failureOf(error) }),
      )
      .then((reply) => parentPort?.postMessage(reply)),
  ),
);
