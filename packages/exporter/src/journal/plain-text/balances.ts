import { type ChartOfAccounts, money, type Statement, type WalletStatement } from "@spendbook/normalizer";
import { isAsserted } from "../asserted-wallet.js";
import { cutText } from "../cut-text.js";
import { sourceOf } from "../journal.js";
import { firstDay, lastDay } from "../month-dates.js";
import { stableId } from "../stable-id.js";
import { walletAccount } from "./account-name.js";
import { amountText } from "./format-transaction.js";
import { tagLines, wordsText } from "./tag-lines.js";

/** Holds a wallet's account to its balance at an edge of the month, or says why it cannot be. */
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
  const date = edge === "opening" ? firstDay(statement.month) : lastDay(statement.month);
  return (
    head(wallet, date, edge, statement) +
    `    ${name}  0 ${wallet.currency} = ${amountText(money(balance, wallet.currency))}\n\n`
  );
}

const words = { opening: "Opening balance asserted", closing: "Closing balance asserted" };

function head(wallet: WalletStatement, date: string, edge: keyof typeof words, statement: Statement): string {
  const { provider, account, currency } = wallet;
  const id = stableId(date, [edge, provider, account, wallet.wallet, currency]);
  const description = cutText(wordsText(`${words[edge]}, ${account}, ${wallet.wallet}`), 300);
  const tags = { UUID: id, provider, account, wallet: wallet.wallet, source: sourceOf(statement, wallet) };
  return `${date} * (${id}) ${provider} | ${description}\n${tagLines(tags, "    ")}`;
}
