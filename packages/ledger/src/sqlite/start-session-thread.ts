import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Query } from "../database.js";
import { LedgerError } from "../ledger-error.js";
import type { LotQuery, ReadLots } from "../lot-query.js";
import type { PagesFiled } from "../store-pages.js";
import { type LotText, parseLot } from "./lot-text.js";
import type { Session, SessionKind } from "./session.js";
import type { SessionAnswer, SessionRequest, SessionThreadData } from "./session-requests.js";
import { errorOf } from "./thread-failure.js";

/** Lots that the thread reads ahead of those that were taken. */
const lotsAhead = 4;

interface Asker {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Starts a session on a thread of its own: it reads on while its caller works on what it read, and writes while its
 * caller goes on. The thread keeps the process alive only while an answer is awaited.
 */
export function startSessionThread(path: string, wait: number, kind: SessionKind): Session {
  // A thread runs JavaScript, which for the tests is the built one.
  const program = createRequire(import.meta.url).resolve("#session-thread");
  const workerData: SessionThreadData = { path, wait, kind };
  // Lots are short-lived; the space for them would otherwise grow to 30 MB more.
  const worker = new Worker(program, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  worker.unref();

  const askers: Asker[] = [];
  let readings = 0;
  let failure: unknown = null;

  worker.on("message", (answer: SessionAnswer) => {
    const asker = askers.shift();
    if (askers.length === 0) worker.unref();
    if ("value" in answer) asker?.resolve(answer.value);
    else asker?.reject(errorOf(answer.failure));
  });
  worker.on("error", (cause) => {
    failure = new LedgerError("ledger_failed", `the thread that works on ${path} broke down: ${cause.message}`, {
      cause,
    });
  });
  const ended = new Promise<void>((resolve) =>
    worker.once("exit", () => {
      failure ??= new LedgerError("ledger_closed", `${path} was closed: open it again`);
      for (const asker of askers.splice(0)) asker.reject(failure);
      resolve();
    }),
  );

  const ask = (request: SessionRequest): Promise<unknown> => {
    if (failure !== null) return Promise.reject(failure);
    if (askers.length === 0) worker.ref();
    worker.postMessage(request);
    return new Promise((resolve, reject) => askers.push({ resolve, reject }));
  };

  const tell = async (what: "begin" | "commit" | "rollback") => void (await ask({ ask: what }));

  return {
    begin: () => tell("begin"),
    query: ((sql, values = []) => ask({ ask: "query", sql, values })) as Query,
    lots: async function* (query: LotQuery) {
      readings += 1;
      const reading = readings;
      const askForLot = () => {
        const lot = ask({ ask: "lot", reading, query }) as Promise<LotText | null>;
        // Its turn may never come.
        lot.catch(() => {});
        return lot;
      };
      const ahead = Array.from({ length: lotsAhead }, askForLot);
      try {
        for (let lot = await ahead.shift(); lot; lot = await ahead.shift()) {
          ahead.push(askForLot());
          yield parseLot(lot);
        }
      } finally {
        await ask({ ask: "leave", reading }).catch(() => {});
      }
    } as ReadLots,
    commit: () => tell("commit"),
    rollback: () => tell("rollback"),
    storePages: (pages) => ask({ ask: "storePages", pages }) as Promise<PagesFiled>,
    close: async () => {
      if (failure === null) await ask({ ask: "close" });
      worker.ref();
      await ended;
    },
  };
}
