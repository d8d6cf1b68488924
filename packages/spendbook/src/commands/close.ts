import type { ClosingAccount, ClosingInput } from "@spendbook/ledger";
import { type ProviderId, parseMonth } from "@spendbook/normalizer";
import { type BuiltStatement, buildStatement } from "../build/build-statement.js";
import { findEarly, planClosing } from "../build/plan-closing.js";
import type { StatementPlan } from "../build/statement-plan.js";
import { accountKey } from "../config/account-key.js";
import type { Io } from "../io.js";
import { incompleteReasons } from "../output/incomplete-reasons.js";
import type { Invocation } from "../parse-command-line.js";
import type { Progress } from "../progress.js";
import { type ExitCode, exitCode, IncompleteError, ReconciliationError } from "../spendbook-error.js";
import { version } from "../version.js";
import { withBooks } from "./open-books.js";
import { requireSameBooks } from "./require-same-books.js";

/** Locks a month with the hash of its statement, and gives each account its statement's number. */
export async function close(invocation: Invocation, io: Io, progress: Progress): Promise<ExitCode> {
  const month = parseMonth(invocation.argument ?? "");
  const reason = invocation.reason ?? null;
  return withBooks(invocation, io, async ({ ledger, timezone, basis, books, accounts }) => {
    const closing = await ledger.read(async (view) => {
      progress.show(`Closing ${month}`);
      const request = { month, timezone, basis, accounts: await accounts(view), books: await books() };
      const planned = await planClosing(view, request, { reason, now: io.now() });
      if (planned.isClosed) {
        requireSameBooks(invocation, planned.closing.policy, request.books);
        return planned.closing;
      }
      const built = await buildStatement(view, planned.plan, { signal: io.signal });
      if (reason === null) requireWhole(built, month, await findEarly(view, planned.plan));
      const { sequence, after } = planned;
      return { ...closingOf(planned.plan, built, reason), sequence, after };
    });
    progress.stop();
    if ("after" in closing) await ledger.closeMonth(closing);
    const numbers = closing.accounts.map((each) => ({ ...each, wallets: each.wallets.length }));
    const result = { month, closed: "after" in closing, statementSha256: closing.statementSha256, accounts: numbers };
    if (invocation.json) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else if (!invocation.quiet) io.stdout.write(format(closing, "after" in closing));
    return exitCode.complete;
  }).finally(() => progress.stop());
}

/** Throws `ReconciliationError` where a month's statement is broken, and `IncompleteError` where it lacks something. */
function requireWhole({ statement }: BuiltStatement, month: string, early: readonly string[]): void {
  const hint = `mend that, or close it with --reason "why"`;
  const [broken] = statement.wallets.filter(({ verdict }) => verdict === "broken");
  if (broken !== undefined)
    throw new ReconciliationError(
      `${month} is not closed: the wallet ${broken.wallet} of ${accountKey(broken)} is broken (${broken.notes.join(" ")}); ${hint}`,
    );
  const reasons = [...incompleteReasons(statement), ...early].map((reason) => reason.replace(/\.$/, ""));
  if (reasons.length > 0) throw new IncompleteError(`${month} is not closed: ${reasons.join("; ")}; ${hint}`);
}

function closingOf(
  { month, timezone, basis, numbers, accounts, books }: StatementPlan,
  { statement, sha256, records }: BuiltStatement,
  reason: string | null,
): Omit<ClosingInput<ProviderId>, "sequence" | "after"> {
  return {
    month,
    timezone,
    basis,
    statementSha256: sha256,
    version: version(),
    policy: books as unknown as ClosingInput["policy"],
    reason,
    accounts: accounts.map(({ provider, account, run }): ClosingAccount<ProviderId> => {
      const isOwn = (each: { readonly provider: string; readonly account: string }) =>
        each.provider === provider && each.account === account;
      const { number = 1, revision = 1 } = numbers.find(isOwn) ?? {};
      const { records: count = 0, recordsRoot = "" } = records.find(isOwn) ?? {};
      const wallets = statement.wallets.filter(isOwn).map(({ wallet, currency, closing, buckets }) => ({
        wallet,
        currency,
        balance: closing,
        detail: buckets.length > 0 ? { buckets: buckets.map(({ bucket, closing }) => ({ bucket, closing })) } : {},
      }));
      return { provider, account, run, number, revision, records: count, recordsRoot, wallets };
    }),
  };
}

function format(closing: Omit<ClosingInput<ProviderId>, "after">, isNew: boolean): string {
  const { month, timezone, basis, statementSha256, accounts } = closing;
  const numbers = accounts.map(
    (each) =>
      `  ${accountKey(each).padEnd(28)} statement ${each.number}${each.revision > 1 ? `, revision ${each.revision}` : ""}\n`,
  );
  const state = isNew ? "is closed" : "is closed already";
  return `${month} ${state} (${timezone}, ${basis} basis)\n${numbers.join("")}  ${"sha256".padEnd(28)} ${statementSha256}\nIts files: spendbook statement ${month} --offline\n`;
}
