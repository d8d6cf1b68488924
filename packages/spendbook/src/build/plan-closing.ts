import type { LedgerReader } from "@spendbook/ledger";
import { followingMonth, monthPeriod, type ProviderId } from "@spendbook/normalizer";
import { accountKey } from "../config/account-key.js";
import { UsageError } from "../spendbook-error.js";
import { activeOf, type Closing, closingWarnings, nextNumbers } from "./closed-months.js";
import { planOpen, type StatementRequest } from "./plan-statement.js";
import type { StatementPlan } from "./statement-plan.js";

/** A month that may be closed, or one that is. */
export type PlannedClosing =
  | { readonly isClosed: true; readonly closing: Closing }
  | {
      readonly isClosed: false;
      readonly plan: StatementPlan;
      /** What the ledger must hold still when the closing is stored. */
      readonly sequence: number;
      readonly after: string | null;
    };

/**
 * Decides whether a month may be closed, and what its statement is made of: the months are closed one after the other,
 * in one time zone and on one basis, once they have ended. Throws `UsageError` that says what to do instead.
 */
export async function planClosing(
  ledger: LedgerReader<ProviderId>,
  request: StatementRequest,
  { reason, now }: { readonly reason: string | null; readonly now: Date },
): Promise<PlannedClosing> {
  const { month, timezone, basis } = request;
  const closings = await ledger.closings();
  const active = activeOf(closings);
  const newest = active.at(-1);
  if (newest !== undefined && (newest.timezone !== timezone || newest.basis !== basis))
    throw new UsageError(
      `months are closed in ${newest.timezone} on the ${newest.basis} basis; close ${month} with --timezone ${newest.timezone} --basis ${newest.basis}`,
    );
  const closing = active.find((each) => each.month === month);
  if (closing !== undefined) return { isClosed: true, closing };
  const { end } = monthPeriod(month, timezone);
  if (Date.parse(end) > now.getTime())
    throw new UsageError(`${month} has not ended in ${timezone}; collect and close it after ${end}`);
  if (newest !== undefined && month < newest.month)
    throw new UsageError(
      `${month} lies before ${newest.month}, which is closed, and is locked with it; what is missing in it goes into the first open month`,
    );
  if (newest !== undefined && month !== followingMonth(newest.month))
    throw new UsageError(
      `months are closed in order and ${newest.month} is the newest closed one; close ${followingMonth(newest.month)} first`,
    );
  const open = await planOpen(ledger, request, active, []);
  const [underWay] = open.warnings;
  if (underWay !== undefined) throw new UsageError(underWay.message);
  const plan: StatementPlan = {
    ...open,
    status: "closed",
    numbers: nextNumbers(month, open.accounts, closings),
    warnings: closingWarnings(month, reason, closings),
  };
  return { isClosed: false, plan, sequence: (closings.at(-1)?.sequence ?? 0) + 1, after: newest?.month ?? null };
}

/** Which accounts were not collected after the month had ended, in words: records of its last days are then missing. */
export async function findEarly(
  ledger: LedgerReader<ProviderId>,
  { month, timezone, accounts }: StatementPlan,
): Promise<readonly string[]> {
  const { end } = monthPeriod(month, timezone);
  const early: string[] = [];
  for (const { run, ...name } of accounts) {
    const found = run === 0 ? null : await ledger.lastRun(name, { through: run });
    if (found !== null && Date.parse(found.startedAt) < Date.parse(end))
      early.push(`${accountKey(name)} was last collected at ${found.startedAt}, before the month ended at ${end}`);
  }
  return early;
}
