import { isLedgerError, openLedger } from "../../index.js";
import { openLedgerOn } from "../../open-ledger.js";
import { collectFeed } from "./feed.js";

/** What a process of its own does with a ledger. */
export type Task =
  | {
      readonly do: "collect";
      readonly location: string;
      readonly account: string;
      readonly pages: number;
      readonly pause: number;
    }
  /** Begins a run, stores a page, and holds the account until it is told to finish. */
  | { readonly do: "hold"; readonly location: string; readonly account: string }
  /** Reads half of a ledger on a thread, and leaves it so. */
  | { readonly do: "leave"; readonly location: string }
  /** Opens, reads and begins a run, as an ordinary user where root runs it; says what came of each. */
  | { readonly do: "try"; readonly location: string };

const task: Task = JSON.parse(process.argv[2] ?? "");
const tell = (message: unknown) => new Promise<void>((resolve) => process.send?.(message, () => resolve()));
const provider = "feed";

if (task.do === "collect") {
  // Some pages are written here, and those after them on a thread.
  const ledger = await openLedgerOn(task.location, {}, { readFrom: 0, readersAtMost: 0, writeAfter: 5 });
  const run = await ledger.beginRun({ provider, account: task.account });
  await tell({ number: run.number });
  await collectFeed(run, task.pages, task.pause);
  await ledger.close();
} else if (task.do === "hold") {
  const ledger = await openLedger(task.location);
  const run = await ledger.beginRun({ provider, account: task.account });
  await run.storePage({ records: [], cursor: 0 });
  const told = new Promise((resolve) => process.once("message", resolve));
  await tell({ number: run.number });
  await told;
  await run.finish({ status: "complete", reason: null, requests: 0, passes: 1 });
  await ledger.close();
} else if (task.do === "leave") {
  const ledger = await openLedgerOn(task.location, {}, { readFrom: 0, readersAtMost: 1, writeAfter: 0 });
  await tell((await ledger.records()[Symbol.asyncIterator]().next()).done);
} else {
  // The program was loaded with the rights of root, who can read it wherever it stands.
  if (process.getuid?.() === 0) process.setuid?.(65_534);
  const outcomes: string[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      const result = await work();
      outcomes.push("done");
      return result;
    } catch (error) {
      outcomes.push(isLedgerError(error) ? `${error.code}: ${error.message}` : String(error));
      return null;
    }
  };
  const ledger = await attempt(() => openLedger(task.location));
  if (ledger !== null) {
    await attempt(() => ledger.accounts());
    await attempt(() => ledger.beginRun({ provider, account: "a" }));
    await ledger.close();
  }
  await tell(outcomes);
}
process.disconnect?.();
