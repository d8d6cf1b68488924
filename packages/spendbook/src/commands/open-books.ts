import { resolve } from "node:path";
import { type Ledger, type LedgerReader, openLedger } from "@spendbook/ledger";
import { type Basis, type ProviderId, parseTimezone } from "@spendbook/normalizer";
import { type BooksPolicy, readBooksPolicy } from "../books/books-policy.js";
import type { AccountName } from "../build/account-name.js";
import { activeOf } from "../build/closed-months.js";
import type { Environment } from "../config/config-from-environment.js";
import type { Config } from "../config/config-schema.js";
import { loadConfig } from "../config/load-config.js";
import type { Io } from "../io.js";
import { ledgerLocation } from "../ledger-location.js";
import type { Invocation } from "../parse-command-line.js";

/** What every command works with that reads the ledger. */
export interface OpenBooks {
  readonly ledger: Ledger<ProviderId>;
  readonly config: Config | null;
  readonly environment: Environment;
  /** Which instant ends a month and which date decides: as asked for, else as months are closed, else as configured. */
  readonly timezone: string;
  readonly basis: Basis;
  /** How lines reach the books, by the files that are named. Throws `ConfigError`. */
  books(): Promise<BooksPolicy>;
  /** The accounts of the configuration; without one, those of the ledger. */
  accounts(view: LedgerReader<ProviderId>): Promise<readonly AccountName[]>;
  /** The folder of a month's files. */
  directoryOf(month: string): string;
}

/**
 * Opens the ledger with the configuration around it, for as long as `work` takes. Throws `ConfigError`, `PeriodError`,
 * `LedgerError`, and what `work` throws.
 */
export async function withBooks<T>(invocation: Invocation, io: Io, work: (books: OpenBooks) => Promise<T>): Promise<T> {
  const { config, environment } = await loadConfig(io.directory, invocation.config, io.environment);
  if (invocation.timezone !== undefined) parseTimezone(invocation.timezone);
  const ledger = await openLedger<ProviderId>(ledgerLocation(invocation.ledger, io.directory), { clock: io.now });
  try {
    const closing = activeOf(await ledger.closings()).at(-1);
    return await work({
      ledger,
      config,
      environment,
      timezone: parseTimezone(invocation.timezone ?? closing?.timezone ?? config?.timezone ?? "UTC"),
      basis: invocation.basis ?? (closing?.basis as Basis | undefined) ?? "posted",
      books: () =>
        readBooksPolicy(io.directory, {
          mapping: invocation.mapping ?? config?.mapping,
          rates: invocation.rates ?? config?.rates,
        }),
      accounts: async (view) =>
        config?.accounts.map(({ provider, account }) => ({ provider, account })) ?? (await view.accounts()),
      directoryOf: (month) => resolve(io.directory, invocation.out, month),
    });
  } finally {
    await ledger.close();
  }
}
