import { type ChartOfAccounts, money, type Statement, type WalletStatement } from "@spendbook/normalizer";
import { isAsserted } from "../asserted-wallet.js";
import { sourceOf } from "../journal.js";
import { firstDay, firstOfNext } from "../month-dates.js";
import { walletAccount } from "./beancount-account.js";
import { metadata } from "./beancount-text.js";

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
