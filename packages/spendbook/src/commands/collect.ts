import { type Ledger, openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import type { CollectionResult } from "../collect/prepare-collection.js";
import { runCollection } from "../collect/run-collection.js";
import { accountKey } from "../config/account-key.js";
import type { Environment } from "../config/config-from-environment.js";
import type { Config } from "../config/config-schema.js";
import { loadConfig, needConfig } from "../config/load-config.js";
import type { Io } from "../io.js";
import { ledgerLocation } from "../ledger-location.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode } from "../spendbook-error.js";

/** Collects every account, and prints a line for each. */
export async function collect(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const { config, environment } = await loadConfig(io.directory, invocation.config, io.environment);
  const collecting = needConfig(config);
  const ledger = await openLedger<ProviderId>(ledgerLocation(invocation.ledger, io.directory), { clock: io.now });
  let results: readonly CollectionResult[];
  try {
    results = invocation.worker
      ? await collectFromSharedQueue(collecting, environment, ledger, invocation.ledger, io, progress)
      : await runCollection(collecting, environment, ledger, io, progress);
  } finally {
    progress.stop();
    await ledger.close();
  }
  if (invocation.json) io.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else if (!invocation.quiet) io.stdout.write(results.map(formatResult).join(""));
  // A schedule's log gets what is wrong.
  if (invocation.json || invocation.quiet)
    for (const { reason, ...name } of results)
      if (reason !== null) io.stderr.write(`spendbook: ${accountKey(name)}: ${reason}\n`);
  return results.some(({ reason }) => reason !== null) ? exitCode.partial : exitCode.complete;
}

/** Joins the workers on the ledger's own PostgreSQL. */
async function collectFromSharedQueue(
  config: Config,
  environment: Environment,
  ledger: Ledger<ProviderId>,
  url: string,
  io: Io,
  progress: Progress,
): Promise<readonly CollectionResult[]> {
  const [{ openWorkQueue }, { collectFromQueue }] = await Promise.all([
    import("../worker/work-queue.js"),
    import("../worker/collect-from-queue.js"),
  ]);
  const queue = await openWorkQueue(url, config.accounts.map(accountKey));
  try {
    return await collectFromQueue(config, environment, ledger, queue, io, progress);
  } finally {
    await queue.close();
  }
}

function formatResult(result: CollectionResult): string {
  const name = accountKey(result).padEnd(28);
  if (result.reason !== null) return `${name} PARTIAL  ${result.reason}\n`;
  return `${name} complete  ${result.records.toLocaleString("en")} records read in ${result.requests} requests\n`;
}
