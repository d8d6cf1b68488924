import { parentPort, workerData } from "node:worker_threads";
import { isLedgerError } from "../ledger-error.js";
import { createSerializer } from "../serializer.js";
import { type LotText, readLotTexts } from "./lot-text.js";
import { openReader } from "./open-reader.js";
import type { ReaderAnswer, ReaderRequest, ReaderThreadData, ThreadFailure } from "./reader-requests.js";

// The program of a reader's thread: it reads the ledger file and answers one request after the other, until it is told
// to close and nothing keeps it.
const { path, wait } = workerData as ReaderThreadData;
let reader: Awaited<ReturnType<typeof openReader>> | null = null;
const readings = new Map<number, AsyncGenerator<LotText>>();
const serialize = createSerializer();

async function answer(request: ReaderRequest): Promise<unknown> {
  if (request.ask === "close") {
    parentPort?.unref();
    return reader?.close();
  }
  reader ??= await openReader(path, wait);
  if (request.ask === "begin") return reader.begin();
  if (request.ask === "end") return reader.end();
  if (request.ask === "query") return reader.query(request.sql, request.values);
  if (request.ask === "leave") return void readings.delete(request.reading);
  const lots = readings.get(request.reading) ?? readLotTexts(reader.rows, request.query);
  readings.set(request.reading, lots);
  const lot = await lots.next();
  return lot.done ? null : lot.value;
}

function failureOf(error: unknown): ThreadFailure {
  const { message, code, rawCode } = (isLedgerError(error) ? error.cause : error) as Error & Partial<ThreadFailure>;
  return { message, code, rawCode };
}

parentPort?.on("message", (request: ReaderRequest) =>
  serialize(() =>
    answer(request)
      .then(
        (value): ReaderAnswer => ({ value }),
        (error: unknown): ReaderAnswer => ({ failure: failureOf(error) }),
      )
      .then((reply) => parentPort?.postMessage(reply)),
  ),
);
