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
  /** Reads the month's lines from the ledger at each call, in lots, so that none has to be kept. */
  lines(): AsyncIterable<readonly StatementLine[]>;
}

export interface BuildOptions {
  /** Looks at what the first reading gives, too. */
  readonly onBooked?: (booked: Booked) => void;
  /** Ends the readings. */
  readonly signal?: AbortSignal | undefined;
}

/** Folds what the ledger holds into the statement of a plan. Throws `PeriodError`, `LedgerError`, and the signal's reason. */
export async function buildStatement(
  ledger: LedgerReader<ProviderId>,
  plan: StatementPlan,
  { onBooked = () => {}, signal }: BuildOptions = {},
): Promise<BuiltStatement> {
  const { month, timezone, basis, status, numbers } = plan;
  const accounts: AccountEvidence[] = [];
  for (const account of plan.accounts) accounts.push(await readEvidence(ledger, account));
  const builder = createStatement({ month, timezone, basis, status, numbers, accounts });
  const books = createBooks(plan.books, month, timezone);
  const records = createRecordsDigest(plan.accounts);
  const digest = createStatementDigest();

  for await (const lot of readBooked(ledger, plan, signal))
    for (const booked of lot) {
      records.add(booked.record);
      onBooked(booked);
      for (const entry of booked.entries) books.functional?.add(entry);
      addTo(builder, books, booked, digest.add);
    }
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

  async function* lines(): AsyncIterable<readonly StatementLine[]> {
    const again = createStatement({ month, timezone, basis, status, numbers, accounts: [] });
    const convert = functional?.createConverter();
    const withFunctional = (line: StatementLine): StatementLine =>
      convert === undefined || line.coding === null
        ? line
        : { ...line, coding: { ...line.coding, functional: convert(line) } };
    for await (const lot of readBooked(ledger, plan, signal)) {
      const found: StatementLine[] = [];
      for (const booked of lot) addTo(again, books, booked, (line) => found.push(withFunctional(line)));
      yield found;
    }
    yield inferred.map(withFunctional);
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

/** Puts what one record comes to into a statement; `take` gets the lines that fall into its month. */
function addTo(
  builder: StatementBuilder,
  { code }: Books,
  { record, entries, refusal, usage }: Booked,
  take: (line: StatementLine) => void,
): void {
  if (refusal !== null) builder.refuse(refusal, record);
  if (usage !== null) builder.crossCheck(record, usage);
  for (const entry of entries) {
    const line = builder.add(entry, code?.(entry) ?? null);
    if (line !== null) take(line);
  }
}
