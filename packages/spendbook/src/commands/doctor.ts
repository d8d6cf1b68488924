import { isClientError } from "@spendbook/prime-intellect";
import { CollectionError } from "../collect/collection-error.js";
import { createFeed } from "../collect/create-feed.js";
import { accountKey } from "../config/account-key.js";
import type { Environment } from "../config/config-from-environment.js";
import type { AccountConfig } from "../config/config-schema.js";
import { loadConfig, needConfig } from "../config/load-config.js";
import { readSecret } from "../config/read-secret.js";
import type { Io } from "../io.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { ConfigError, type ExitCode, exitCode } from "../spendbook-error.js";

/** Checks the configuration, and each account's key and address by asking for its balance, or its first records; a line each. */
export async function doctor(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const { config, environment } = await loadConfig(io.directory, invocation.config, io.environment);
  const { accounts, timezone } = needConfig(config);
  progress.show("Asking every provider for a balance");
  const findings = await Promise.all(accounts.map((account) => examine(account, environment, io)));
  progress.stop();
  io.stdout.write(`${"configuration".padEnd(28)} ok  ${accounts.length} accounts, time zone ${timezone}\n`);
  for (const [index, account] of accounts.entries())
    io.stdout.write(`${accountKey(account).padEnd(28)} ${findings[index] ?? "ok"}\n`);
  return findings.some((finding) => finding !== null) ? exitCode.partial : exitCode.complete;
}

/** What is wrong with an account, or null. */
async function examine(account: AccountConfig, environment: Environment, io: Io): Promise<string | null> {
  try {
    const apiKey = await readSecret(account.apiKey, environment, io.directory);
    const send = { fetch: (request: Request) => fetch(request), onAttempt: () => {} };
    const feed = createFeed(account, { apiKey, signal: io.signal, begunAt: io.now(), ...send });
    // Where there is no balance, a page of records tells as well whether the key is taken.
    if ((await feed.snapshots()).length === 0) await feed.lists[0]?.page(0, null);
    return null;
  } catch (error) {
    if (isClientError(error) || error instanceof CollectionError || error instanceof ConfigError) return error.message;
    throw error;
  }
}
