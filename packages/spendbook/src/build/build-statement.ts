import type { LedgerReader } from "@spendbook/ledger";
import {
  type Basis,
  createStatement,
  type ProviderId,
  type Statement,
  type StatementLine,
} from "@spendbook/normalizer";
import { readEntries } from "./read-entries.js";
import { type AccountName, readEvidence } from "./read-evidence.js";

export interface StatementRequest {
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
  readonly accounts: readonly AccountName[];
}

/** Folds what the ledger holds into the statement of a month. Throws `PeriodError`, `LedgerError`. */
export async function buildStatement(ledger: LedgerReader<ProviderId>, request: StatementRequest): Promise<Statement> {
  const accounts = await Promise.all(request.accounts.map((account) => readEvidence(ledger, account)));
  const builder = createStatement({ ...request, accounts });
  for await (const read of readEntries(ledger, request.accounts, request.timezone)) {
    if ("entry" in read) builder.add(read.entry);
    else builder.refuse(read.refusal, read.record);
  }
  return builder.finish();
}

/** The lines of the month, read again so that none has to be kept: as many as there are, in a few of memory's pages. */
export async function* readLines(
  ledger: LedgerReader<ProviderId>,
  request: StatementRequest,
): AsyncIterable<StatementLine> {
  const builder = createStatement({ ...request, accounts: [] });
  for await (const read of readEntries(ledger, request.accounts, request.timezone)) {
    const line = "entry" in read ? builder.add(read.entry) : null;
    if (line !== null) yield line;
  }
}
