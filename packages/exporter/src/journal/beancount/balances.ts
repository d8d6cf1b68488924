import { type ChartOfAccounts, money, negate, type Statement, type WalletStatement } from "@spendbook/normalizer";
import { type AssertedWallet, isAsserted, sourceOf } from "../journal.js";
import { firstDay, firstOfNext, previousDay } from "../month-dates.js";
import { stableId } from "../stable-id.js";
import { chartAccount, walletAccount } from "./beancount-account.js";
import { metadata, quoted } from "./beancount-text.js";
import { amountText } from "./format-transaction.js";

/**
 * Holds a wallet's account to its balance at an edge of the month, to the last digit. Beancount looks at the start of
 * the day, so the closing is that of the next month's first.
 */
export function balanceAssertion(
  wallet: WalletStatement,
  edge: "opening" | "closing",
  statement: Statement,
  chart: ChartOfAccounts,
): string {
  const name = walletAccount(chart.prepaid, wallet);
  const balance = wallet[edge];
  if (!isAsserted(wallet) || balance === null) {
    const known =
      balance === null ? "is not known" : `is ${balance} ${wallet.currency}, which only a known opening leads to`;
    return `; No assertion of the ${edge} of ${name}: it ${known}.\n\n`;
  }
  const date = edge === "opening" ? firstDay(statement.month) : firstOfNext(statement.month);
  const { provider, account, currency } = wallet;
  return (
    // Without the tolerance beancount would allow half of the last digit written.
    `${date} balance ${name}  ${money(balance, currency).amount.toFixed()} ~ 0 ${currency}\n` +
    `${metadata({ provider, account, wallet: wallet.wallet, source: sourceOf(statement, wallet) }, "  ")}\n`
  );
}

/** What a wallet held before the first month of the books, dated the day before it. */
export function openingTransaction(wallet: AssertedWallet, statement: Statement, chart: ChartOfAccounts): string {
  const { provider, account, currency, opening } = wallet;
  const amount = money(opening, currency);
  const date = previousDay(firstDay(statement.month));
  const id = stableId(date, ["first", provider, account, wallet.wallet, currency]);
  return (
    `${date} * ${quoted(provider)} ${quoted(`Opening balance, ${account}, ${wallet.wallet}`)} ^${id}\n` +
    metadata({ provider, account, wallet: wallet.wallet, source: sourceOf(statement, wallet) }, "  ") +
    `  ${walletAccount(chart.prepaid, wallet)}  ${amountText(amount)}\n` +
    `  ${chartAccount(chart.openingBalances, "openingBalances")}  ${amountText(negate(amount))}\n\n`
  );
}
