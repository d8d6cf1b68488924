import type { Ledger } from "@spendbook/ledger";
import type { Environment } from "../config/config-from-environment.js";
import type { Config } from "../config/config-schema.js";
import type { Io } from "../io.js";
import type { Progress } from "../progress.js";
import { eachBounded } from "./each-bounded.js";
import { type CollectionResult, prepareCollection } from "./prepare-collection.js";

// Made once: it takes as long as a page.
const inThousands = new Intl.NumberFormat("en");

/** Each has a connection of its own to a PostgreSQL ledger. */
const accountsAtOnce = 16;

/**
 * Collects all accounts side by side; what fails at one provider never stops another account.
 * Throws `ConfigError` before anything is sent, `LedgerError`, and the reason of `io.signal` once the runs that it cut
 * short are on record.
 */
export async function runCollection(
  config: Config,
  environment: Environment,
  ledger: Ledger,
  io: Io,
  progress: Progress,
): Promise<readonly CollectionResult[]> {
  let records = 0;
  const onPage = (count: number) => {
    records += count;
    progress.show(`Collecting: ${inThousands.format(records)} records read`);
  };
  progress.show("Collecting");
  const collections = await Promise.all(
    config.accounts.map((account) => prepareCollection(account, environment, ledger, io, onPage)),
  );
  const results: CollectionResult[] = [];
  await eachBounded(0, collections.length - 1, accountsAtOnce, async (index) => {
    const result = await collections[index]?.();
    if (result !== undefined) results[index] = result;
  });
  io.signal.throwIfAborted();
  return results;
}
