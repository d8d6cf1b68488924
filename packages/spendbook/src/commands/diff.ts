import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerReader } from "@spendbook/ledger";
import { type ProviderId, parseMonth, type Statement } from "@spendbook/normalizer";
import { buildStatement } from "../build/build-statement.js";
import { activeOf } from "../build/closed-months.js";
import { planClosed, planOpen, planStatement, type StatementRequest } from "../build/plan-statement.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { diffRecords } from "../diff/diff-records.js";
import { diffStatements } from "../diff/diff-statements.js";
import { formatDiff, type MonthDifference } from "../diff/format-diff.js";
import type { Io } from "../io.js";
import { parseManifest } from "../output/manifest.js";
import { manifestName } from "../output/write-statement.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode, UsageError } from "../spendbook-error.js";
import { type OpenBooks, withBooks } from "./open-books.js";

/** A month as it was, and as it would be from all that is known now. */
interface Sides {
  readonly against: string;
  readonly before: StatementPlan;
  /** As it was written; null where it is to be built again. */
  readonly written: Statement | null;
  readonly after: StatementPlan;
}

/** Shows what would change in a month if it were made now: a closed one against its closing, an open one against its files. */
export async function diff(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const month = parseMonth(invocation.argument ?? "");
  return withBooks(invocation, io, async (books) => {
    const difference = await books.ledger.read(async (view): Promise<MonthDifference> => {
      progress.show(`Comparing ${month}`);
      const { against, before, written, after } = await readSides(view, books, month);
      const was = written ?? (await buildStatement(view, before, { signal: io.signal })).statement;
      const is = (await buildStatement(view, after, { signal: io.signal })).statement;
      return { month, against, wallets: diffStatements(was, is), records: await diffRecords(view, before, after) };
    });
    progress.stop();
    if (invocation.json) io.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
    else if (!invocation.quiet) io.stdout.write(formatDiff(difference));
    return exitCode.complete;
  }).finally(() => progress.stop());
}

async function readSides(view: LedgerReader<ProviderId>, books: OpenBooks, month: string): Promise<Sides> {
  const { timezone, basis } = books;
  const request: StatementRequest = {
    month,
    timezone,
    basis,
    accounts: await books.accounts(view),
    books: await books.books(),
  };
  const closings = await view.closings();
  const closing = activeOf(closings).find((each) => each.month === month);
  if (closing !== undefined) {
    const before = planClosed(closing, closings);
    const earlier = activeOf(closings).filter((each) => each.month < month);
    const open = await planOpen(view, { ...request, timezone: before.timezone, basis: before.basis }, earlier, []);
    return { against: `its closing at ${closing.closedAt}`, before, written: null, after: open };
  }
  const directory = books.directoryOf(month);
  const manifest = parseManifest(await readFile(join(directory, manifestName)).catch(() => Buffer.of()));
  if (manifest === null)
    throw new UsageError(
      `${month} is open, and there is no statement of it in ${directory}; write one, or name another --out`,
    );
  const text = await readFile(join(directory, `statement-${month}.json`), "utf8").catch(() => null);
  const { plan } = await planStatement(view, request);
  const written = text === null ? null : (JSON.parse(text) as Statement);
  return { against: `the statement in ${directory}`, before: manifest.policy, written, after: plan };
}
