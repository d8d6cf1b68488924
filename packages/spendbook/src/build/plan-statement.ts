import type { LedgerReader } from "@spendbook/ledger";
import { type Basis, followingMonth, type ProviderId, type Warning } from "@spendbook/normalizer";
import type { BooksPolicy } from "../books/books-policy.js";
import { accountKey } from "../config/account-key.js";
import type { AccountName } from "./account-name.js";
import {
  activeOf,
  type Closing,
  closedBalancesOf,
  closingWarnings,
  cutsOf,
  numbersOf,
  withAccountsOf,
} from "./closed-months.js";
import type { PlannedAccount, StatementPlan } from "./statement-plan.js";

export interface StatementRequest {
  readonly month: string;
  readonly timezone: string;
  readonly basis: Basis;
  readonly accounts: readonly AccountName[];
  /** How lines reach the books; a closed month keeps the one that it was closed with. */
  readonly books: BooksPolicy;
}

export interface PlannedStatement {
  readonly plan: StatementPlan;
  /** The closing whose statement it must be; null where the month is open, or it is only a view. */
  readonly closing: Closing | null;
}

/**
 * Decides what a month's statement is made of. A closed month is made of what was known when it was closed; an open one
 * of all that is known, on top of the closed months before it. In another time zone or by another basis than the closings
 * it is a view that knows nothing of them, and says so. Throws `LedgerError`.
 */
export async function planStatement(
  ledger: LedgerReader<ProviderId>,
  request: StatementRequest,
): Promise<PlannedStatement> {
  const { month, timezone, basis } = request;
  const closings = await ledger.closings();
  const active = activeOf(closings);
  const [first] = active;
  const isView = first !== undefined && (first.timezone !== timezone || first.basis !== basis);
  if (first === undefined || isView) {
    const warnings = isView ? [viewWarning(first)] : [];
    return { plan: await planOpen(ledger, request, [], warnings), closing: null };
  }
  const closing = active.find((each) => each.month === month);
  if (closing !== undefined) return { plan: planClosed(closing, closings), closing };
  if (month < first.month) return { plan: planBefore(first, request), closing: null };
  return { plan: await planOpen(ledger, request, active, []), closing: null };
}

/** A month that is open, after the closed ones. Only runs that have ended are read: what one under way stores, changes. */
export async function planOpen(
  ledger: LedgerReader<ProviderId>,
  { month, timezone, basis, accounts: asked, books }: StatementRequest,
  active: readonly Closing[],
  warnings: readonly Warning[],
): Promise<StatementPlan> {
  const newest = active.at(-1);
  const before = newest !== undefined && followingMonth(newest.month) === month ? newest : undefined;
  const accounts: PlannedAccount[] = [];
  const underWay: Warning[] = [];
  for (const name of withAccountsOf(asked, newest)) {
    const last = await ledger.lastRun(name);
    const ended = last?.status === "running" ? await ledger.lastRun(name, { ended: true }) : last;
    if (last !== null && last !== ended) underWay.push(underWayWarning(name, last.startedAt));
    const closed = closedBalancesOf(name, before);
    accounts.push({ ...name, run: ended?.number ?? 0, cuts: cutsOf(name, active), closed });
  }
  const all = [...warnings, ...underWay];
  return { month, timezone, basis, status: "draft", numbers: [], accounts, books, warnings: all };
}

/** A closed month, as it was when it was closed. */
export function planClosed(closing: Closing, closings: readonly Closing[]): StatementPlan {
  const { month, timezone, basis, sequence, accounts } = closing;
  // Later closings and reopenings change nothing in this one; the months before it cannot have been reopened since.
  const earlier = closings.filter((each) => each.sequence < sequence);
  const active = activeOf(closings).filter((each) => each.month < month);
  const before = active.at(-1);
  return {
    month,
    timezone,
    basis: basis as Basis,
    status: "closed",
    numbers: numbersOf(closing),
    accounts: accounts.map(({ provider, account, run }) => ({
      provider,
      account,
      run,
      cuts: cutsOf({ provider, account }, active),
      closed: closedBalancesOf({ provider, account }, before),
    })),
    books: closing.policy as unknown as BooksPolicy,
    warnings: closingWarnings(month, closing.reason, earlier),
  };
}

/** A month that was locked with a later one, and never closed for itself: as that closing knew it. */
function planBefore(first: Closing, { month, timezone, basis, books }: StatementRequest): StatementPlan {
  const message = `${month} lies before ${first.month}, the first closed month, and is locked with it: this is how it was known then.`;
  return {
    month,
    timezone,
    basis,
    status: "draft",
    numbers: [],
    accounts: first.accounts.map(({ provider, account, run }) => ({ provider, account, run, cuts: [], closed: null })),
    books,
    warnings: [{ code: "before_closed_months", message, account: null }],
  };
}

function viewWarning({ timezone, basis }: Closing): Warning {
  return {
    code: "differs_from_closed_months",
    message: `Months are closed in ${timezone} on the ${basis} basis. This is another view of the records, which knows nothing of the closings.`,
    account: null,
  };
}

function underWayWarning(name: AccountName, startedAt: string): Warning {
  return {
    code: "account_incomplete",
    message: `${accountKey(name)}: a collection that began at ${startedAt} has not ended, and what it brought is left out; run again when it has.`,
    account: accountKey(name),
  };
}
