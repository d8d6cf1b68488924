import type { StoredClosing } from "@spendbook/ledger";
import type { ClosedBalance, Cut, ProviderId, StatementNumber, Warning } from "@spendbook/normalizer";
import type { AccountName } from "./account-name.js";

export type Closing = StoredClosing<ProviderId>;

/** The closings that hold, by month: those that were not reopened. */
export function activeOf(closings: readonly Closing[]): readonly Closing[] {
  return closings.filter(({ reopenedAt }) => reopenedAt === null).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Where an account's books were cut by closings, oldest first. */
export function cutsOf(account: AccountName, active: readonly Closing[]): readonly Cut[] {
  return active.flatMap(({ month, accounts }) => {
    const own = accounts.find((each) => isSame(each, account));
    return own === undefined ? [] : [{ month, run: own.run }];
  });
}

/** What an account's wallets held at the end of a closed month; null where it was not part of it. */
export function closedBalancesOf(account: AccountName, closing: Closing | undefined): readonly ClosedBalance[] | null {
  const own = closing?.accounts.find((each) => isSame(each, account));
  if (closing === undefined || own === undefined) return null;
  return own.wallets.map(({ wallet, currency, balance, detail }) => ({
    wallet,
    currency,
    month: closing.month,
    closing: balance,
    ...(detail as unknown as Pick<ClosedBalance, "buckets">),
  }));
}

/** The numbers that a closing gave. */
export function numbersOf({ accounts }: Closing): readonly StatementNumber[] {
  return accounts.map(({ provider, account, number, revision }) => ({ provider, account, number, revision }));
}

/**
 * The numbers that closing a month gives: each account's next one, or for a month that was closed before its old number
 * with the next revision.
 */
export function nextNumbers(
  month: string,
  accounts: readonly AccountName[],
  closings: readonly Closing[],
): readonly StatementNumber[] {
  return accounts.map(({ provider, account }) => {
    const given = closings.flatMap((closing) =>
      closing.accounts
        .filter((each) => isSame(each, { provider, account }))
        .map(({ number, revision }) => ({ month: closing.month, number, revision })),
    );
    const ofMonth = given.filter((each) => each.month === month);
    return {
      provider,
      account,
      number: ofMonth[0]?.number ?? Math.max(0, ...given.map(({ number }) => number)) + 1,
      revision: Math.max(0, ...ofMonth.map(({ revision }) => revision)) + 1,
    };
  });
}

/** What a closed month's statement says of its closing: the words it was closed with, and each time it was reopened. */
export function closingWarnings(
  month: string,
  reason: string | null,
  closings: readonly Closing[],
): readonly Warning[] {
  const reopened = closings.filter((each) => each.month === month && each.reopenedAt !== null);
  return [
    ...reopened.map(
      ({ reopenedAt, reopenReason, statementSha256 }): Warning => ({
        code: "month_reopened",
        message: `${month} was closed before (statement ${statementSha256.slice(0, 12)}) and reopened at ${reopenedAt}: "${reopenReason}".`,
        account: null,
      }),
    ),
    ...(reason === null
      ? []
      : [{ code: "closed_with_reason", message: `${month} was closed with these words: "${reason}".`, account: null }]),
  ];
}

/** Accounts by provider and name, each once: those asked for, and those that closed months have. */
export function withAccountsOf(accounts: readonly AccountName[], closing: Closing | undefined): readonly AccountName[] {
  const all = [...accounts, ...(closing?.accounts ?? [])].map(({ provider, account }) => ({ provider, account }));
  return all
    .filter((each, index) => all.findIndex((other) => isSame(other, each)) === index)
    .sort((a, b) => byBytes(a.provider, b.provider) || byBytes(a.account, b.account));
}

/** As the ledger sorts. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function isSame(a: AccountName, b: AccountName): boolean {
  return a.provider === b.provider && a.account === b.account;
}
