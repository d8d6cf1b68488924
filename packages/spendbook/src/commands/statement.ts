import type { LedgerReader } from "@spendbook/ledger";
import type { ProviderId, Statement } from "@spendbook/normalizer";
import { buildStatement } from "../build/build-statement.js";
import { type PlannedStatement, planStatement } from "../build/plan-statement.js";
import { requireClosedStatement } from "../build/require-closed-statement.js";
import { runCollection } from "../collect/run-collection.js";
import { accountKey } from "../config/account-key.js";
import { needConfig } from "../config/load-config.js";
import type { Io } from "../io.js";
import { formatSummary } from "../output/format-summary.js";
import { incompleteReasons } from "../output/incomplete-reasons.js";
import { writeStatement } from "../output/write-statement.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { readMonth } from "../read-month.js";
import { type ExitCode, exitCode } from "../spendbook-error.js";
import { type OpenBooks, withBooks } from "./open-books.js";
import { requireSameBooks } from "./require-same-books.js";
import { showMapping } from "./show-mapping.js";

/** Collects unless told not to, builds the statement of a month, writes it, and prints what came of it. */
export async function statement(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  return withBooks(invocation, io, async (books) => {
    const { ledger, config, environment, timezone } = books;
    const month = readMonth(invocation.argument, timezone, io.now());
    const collecting = invocation.offline ? null : needConfig(config);
    if (collecting) await runCollection(collecting, environment, ledger, io, progress);
    io.signal.throwIfAborted();
    return ledger.read(async (view) => {
      progress.show(`Building the statement of ${month}`);
      const planned = await plan(view, books, month, invocation);
      if (invocation.dryRun) {
        const shown = await showMapping(view, planned.plan, io.signal);
        progress.stop();
        io.stdout.write(invocation.json ? `${JSON.stringify(shown.effect, null, 2)}\n` : shown.text);
        return exitCode.complete;
      }
      const built = await buildStatement(view, planned.plan, { signal: io.signal });
      if (planned.closing !== null) requireClosedStatement(built, planned.closing);
      progress.show(`Writing the statement of ${month}`);
      const policy = { formats: invocation.formats, csv: config?.csv ?? null };
      const written = await writeStatement(planned.plan, built, policy, books.directoryOf(month));
      progress.stop();
      if (invocation.json) io.stdout.write(`${JSON.stringify(built.statement, null, 2)}\n`);
      else if (!invocation.quiet) io.stdout.write(formatSummary(built.statement, written, io.directory));
      // The summary says it all to a person; a schedule's log gets what is wrong.
      if (invocation.json || invocation.quiet)
        for (const line of complaints(built.statement)) io.stderr.write(`spendbook: ${line}\n`);
      return exitCodeOf(built.statement);
    });
  }).finally(() => progress.stop());
}

/** Throws `UsageError` where a closed month is asked for with another mapping than it was closed with. */
async function plan(
  view: LedgerReader<ProviderId>,
  books: OpenBooks,
  month: string,
  invocation: Invocation,
): Promise<PlannedStatement> {
  const { timezone, basis } = books;
  const request = { month, timezone, basis, accounts: await books.accounts(view), books: await books.books() };
  const planned = await planStatement(view, request);
  if (planned.closing !== null) requireSameBooks(invocation, planned.plan.books, request.books);
  return planned;
}

function complaints(built: Statement): readonly string[] {
  const broken = built.wallets.filter(({ verdict }) => verdict === "broken");
  return [
    ...incompleteReasons(built),
    ...broken.map(
      (wallet) => `${accountKey(wallet)}: the wallet ${wallet.wallet} is broken. ${wallet.notes.join(" ")}`,
    ),
  ];
}

function exitCodeOf(built: Statement): ExitCode {
  if (built.wallets.some(({ verdict }) => verdict === "broken")) return exitCode.broken;
  return incompleteReasons(built).length > 0 ? exitCode.partial : exitCode.complete;
}
