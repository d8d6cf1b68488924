// @ts-check
import { openLedger } from "@spendbook/ledger";
import { accountKey } from "../../../dist/config/account-key.js";
import { loadConfig, needConfig } from "../../../dist/config/load-config.js";
import { collectFromQueue } from "../../../dist/worker/collect-from-queue.js";
import { openWorkQueue } from "../../../dist/worker/work-queue.js";

// One impatient worker as a process of its own: `work.mjs <ledger URL> <offers>`. Prints the accounts that it collected.
const [, , url = "", offers] = process.argv;
const io = {
  directory: process.cwd(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  signal: new AbortController().signal,
};
const { config, environment } = await loadConfig(io.directory, undefined, io.environment);
const accounts = needConfig(config).accounts.map(accountKey);
const ledger = await openLedger(url, { clock: io.now });
const queue = await openWorkQueue(url, accounts, {
  turnSeconds: 2,
  retrySeconds: 1,
  offers: Number(offers),
  roundHours: 20,
});
try {
  const limits = { accountsAtOnce: 4, idleMs: 100 };
  const progress = { show() {}, stop() {} };
  const results = await collectFromQueue(needConfig(config), environment, ledger, queue, io, progress, limits);
  process.stdout.write(JSON.stringify(results));
} finally {
  await queue.close();
  await ledger.close();
}
