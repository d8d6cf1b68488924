import type { LedgerReader } from "@spendbook/ledger";
import {
  type AccountEvidence,
  type ChartOfAccounts,
  createStatement,
  type ProviderId,
  type Statement,
  type StatementBuilder,
  type StatementLine,
  type Warning,
} from "@spendbook/normalizer";
import { type Books, createBooks } from "../books/books.js";
import { type Booked, readBooked } from "./read-booked.js";
import { readEvidence } from "./read-evidence.js";
import { createRecordsDigest, type RecordsRoot } from "./records-digest.js";
import { createStatementDigest } from "./statement-digest.js";
import type { StatementPlan } from "./statement-plan.js";

/** A statement as the ledger gives it by a plan. */
export interface BuiltStatement {
  readonly statement: Statement;
  /** SHA-256 of the statement with its lines, in lower-case hex. */
  readonly sha256: string;
  /** What its accounts' collections, balances and counts say. */
  readonly evidence: readonly AccountEvidence[];
  /** The records that it was made of, by account. */
  readonly records: readonly RecordsRoot[];
  readonly chart: ChartOfAccounts;
  /** Reads the month's lines from the ledger at each call, so that none has to be kept. */
  lines(): AsyncIterable<StatementLine>;
}

/** Who else looks at what the first reading gives. */
export interface BuildOptions {
  readonly onBooked?: (booked: Booked) => void;
}

/** Folds what the ledger holds into the statement of a plan. Throws `PeriodError`, `LedgerError`. */
export async function buildStatement(
  ledger: LedgerReader<ProviderId>,
  plan: StatementPlan,
  { onBooked = () => {} }: BuildOptions = {},
): Promise<BuiltStatement> {
  const { month, timezone, basis, status, numbers } = plan;
  const accounts: AccountEvidence[] = [];
  for (const account of plan.accounts) accounts.push(await readEvidence(ledger, account));
  const builder = createStatement({ month, timezone, basis, status, numbers, accounts });
  const books = createBooks(plan.books, month, timezone);
  const records = createRecordsDigest(plan.accounts);
  const digest = createStatementDigest();

  for await (const line of readBooked(ledger, plan, (booked) => {
    records.add(booked.record);
    onBooked(booked);
    for (const entry of booked.entries) books.functional?.add(entry);
    return addTo(builder, books, booked);
  }))
    digest.add(line);
  const finished = builder.finish();
  const inferred = builder.inferredLines().map((line) => ({ ...line, coding: books.code?.(line) ?? null }));
  for (const line of inferred) {
    books.functional?.add(line);
    digest.add(line);
  }
  const functional = books.functional?.finish() ?? null;
  const missing = (functional?.missing ?? []).map(
    (name): Warning => ({
      code: "rate_missing",
      message: `There is no rate for ${name}: amounts that need it are left out. Add it to the rate file.`,
      account: null,
    }),
  );
  const statement: Statement = {
    ...finished,
    functional: functional?.totals ?? null,
    warnings: [...plan.warnings, ...finished.warnings, ...missing],
  };

  async function* lines(): AsyncIterable<StatementLine> {
    const again = createStatement({ month, timezone, basis, status, numbers, accounts: [] });
    const convert = functional?.createConverter();
    const withFunctional = (line: StatementLine): StatementLine =>
      convert === undefined || line.coding === null
        ? line
        : { ...line, coding: { ...line.coding, functional: convert(line) } };
    for await (const line of readBooked(ledger, plan, (booked) => addTo(again, books, booked)))
      yield withFunctional(line);
    for (const line of inferred) yield withFunctional(line);
  }

  return {
    statement,
    sha256: digest.finish(statement),
    evidence: accounts,
    records: records.finish(),
    chart: books.chart,
    lines,
  };
}

/** Puts what one record comes to into a statement; gives the lines that fall into its month. */
function* addTo(
  builder: StatementBuilder,
  { code }: Books,
  { record, entries, refusal, usage }: Booked,
): Generator<StatementLine> {
  if (refusal !== null) builder.refuse(refusal, record);
  if (usage !== null) builder.crossCheck(record, usage);
  for (const entry of entries) {
    const line = builder.add(entry, code?.(entry) ?? null);
    if (line !== null) yield line;
  }
}
