import { resolve } from "node:path";
import { openLedger } from "@spendbook/ledger";
import { defaultChartOfAccounts, type ProviderId, type Statement } from "@spendbook/normalizer";
import { buildStatement, readLines, type StatementRequest } from "../build/build-statement.js";
import { runCollection } from "../collect/run-collection.js";
import { accountKey } from "../config/account-key.js";
import { loadConfig, needConfig } from "../config/load-config.js";
import type { Io } from "../io.js";
import { ledgerLocation } from "../ledger-location.js";
import { formatSummary } from "../output/format-summary.js";
import { incompleteReasons, writeStatement } from "../output/write-statement.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { readMonth } from "../read-month.js";
import { type ExitCode, exitCode } from "../spendbook-error.js";

/** Collects unless told not to, builds the statement of a month, writes it, and prints what came of it. */
export async function statement(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const { config, environment } = await loadConfig(io.directory, invocation.config, io.environment);
  const timezone = invocation.timezone ?? config?.timezone ?? "UTC";
  const month = readMonth(invocation.month, timezone, io.now());
  const collecting = invocation.offline ? null : needConfig(config);

  const ledger = await openLedger<ProviderId>(ledgerLocation(invocation.ledger, io.directory), { clock: io.now });
  try {
    if (collecting) await runCollection(collecting, environment, ledger, io, progress);
    io.signal.throwIfAborted();
    progress.show(`Building the statement of ${month}`);
    const accounts =
      config?.accounts.map(({ provider, account }) => ({ provider, account })) ?? (await ledger.accounts());
    const request: StatementRequest = { month, timezone, basis: invocation.basis, accounts };
    return await ledger.read(async (view) => {
      const built = await buildStatement(view, request);
      progress.show(`Writing the statement of ${month}`);
      const out = resolve(io.directory, invocation.out);
      const written = await writeStatement(
        { statement: built, lines: () => readLines(view, request), chart: defaultChartOfAccounts },
        out,
        invocation.formats,
      );
      progress.stop();
      if (invocation.json) io.stdout.write(`${JSON.stringify(built, null, 2)}\n`);
      else if (!invocation.quiet) io.stdout.write(formatSummary(built, written, io.directory));
      // The summary says it all to a person; a schedule's log gets what is wrong.
      if (invocation.json || invocation.quiet)
        for (const line of complaints(built)) io.stderr.write(`spendbook: ${line}\n`);
      return exitCodeOf(built);
    });
  } finally {
    progress.stop();
    await ledger.close();
  }
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
