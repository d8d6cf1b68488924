import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FoldedLedger } from "../fold-ledger.js";
import { programPath } from "../programs/program-path.js";
import { dollars } from "../workloads/micro-dollars.js";
import { type WorkloadName, workloads } from "../workloads/workloads.js";
import { collect, ledgerIn, ledgerSize } from "./collect.js";
import { type Cost, measureProcess } from "./measure-process.js";
import { startServer } from "./start-server.js";

/** One run of everything that is measured of a workload; every part has done its work, or the run throws. */
export interface WorkloadRun {
  /** Bare requests for the same pages as often as the collector asked for them. */
  readonly fetching: Cost;
  readonly collecting: Cost;
  /** Requests of the collection. */
  readonly requests: number;
  /** Bytes. */
  readonly ledgerSize: number;
  /** Collecting again where nothing is new. */
  readonly collectingAgain: Cost;
  readonly requestsAgain: number;
  /** In turns, so that what the machine does besides is in all three. */
  readonly readings: readonly Readings[];
}

/** The same ledger read in three ways. */
export interface Readings {
  /** One plain query over the ledger's file, its bodies parsed. */
  readonly plainly: Cost;
  /** `ledger.records()`. */
  readonly records: Cost;
  /** The ledger's records normalized and folded into a statement. */
  readonly statement: Cost;
}

const readingRounds = 3;

/** Collects a workload into a ledger of its own, collects it again, and reads it back. */
export async function measureWorkload(name: WorkloadName, records: number): Promise<WorkloadRun> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-"));
  const server = await startServer(name, records);
  try {
    const collected = await collect(name, server.url, folder);
    const size = await ledgerSize(folder);
    const passes = Math.round(collected.read / records);
    const fetching = await measureProcess(programPath("fetch-pages"), [name, server.url, `${records}`, `${passes}`]);
    const again = await collect(name, server.url, folder);
    const file = ledgerIn(folder);
    const readings: Readings[] = [];
    for (let round = 1; round <= readingRounds; round += 1) readings.push(await readBack(name, file, records));
    return {
      fetching: fetching.cost,
      collecting: collected.cost,
      requests: collected.requests,
      ledgerSize: size,
      collectingAgain: again.cost,
      requestsAgain: again.requests,
      readings,
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function readBack(name: WorkloadName, file: string, records: number): Promise<Readings> {
  const plainly = await measureProcess(programPath("read-plainly"), [file]);
  const reading = await measureProcess(programPath("read-back"), [file, "records"]);
  const statement = await measureProcess(programPath("read-back"), [file, "statement"]);
  expectRecords("a plain query", plainly.answer, records);
  expectRecords("records()", reading.answer, records);
  expectStatement(name, statement.answer as FoldedLedger, records);
  return { plainly: plainly.cost, records: reading.cost, statement: statement.cost };
}

function expectRecords(what: string, answer: unknown, records: number): void {
  const { records: read } = answer as { readonly records: number };
  if (read !== records) throw new Error(`${what} read ${read} records of ${records}`);
}

/** The statement must hold every record, and close with the balance that the server states. */
function expectStatement(name: WorkloadName, folded: FoldedLedger, records: number): void {
  expectRecords("the statement", folded, records);
  const [wallet, ...others] = folded.statement.wallets;
  const closing = dollars(workloads[name](records).balance);
  if (wallet?.closing === closing && wallet.verdict === "proved" && others.length === 0) return;
  throw new Error(`the statement of ${name} closes with ${wallet?.closing} (${wallet?.verdict}), expected ${closing}`);
}
