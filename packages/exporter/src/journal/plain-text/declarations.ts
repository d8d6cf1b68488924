import type { ChartOfAccounts } from "@spendbook/normalizer";
import type { Journal } from "../journal.js";
import type { WalletKey } from "../movement.js";
import { chartAccount, walletAccount } from "./account-name.js";

/** The currencies and accounts of a month, so that the programs' strict modes know them. */
export function monthDeclarations({ statement, chart, transactions }: Journal): string {
  const wallets = [...statement.wallets, ...transactions];
  const postings = transactions.flatMap((transaction) => transaction.postings);
  const posted = postings.flatMap(({ account, movement }) => (movement === null ? [] : account));
  const functional = postings.flatMap((posting) => posting.functional?.currency ?? []);
  return declarations(wallets, posted, functional, chart);
}

/** The same of the wallets' opening balances. */
export function openingDeclarations(wallets: readonly WalletKey[], chart: ChartOfAccounts): string {
  return declarations(wallets, [chart.openingBalances], [], chart);
}

function declarations(
  wallets: readonly WalletKey[],
  accounts: readonly string[],
  currencies: readonly string[],
  chart: ChartOfAccounts,
): string {
  const held = wallets.map((wallet) => walletAccount(chart.prepaid, wallet));
  return [
    ...directives("commodity", [...currencies, ...wallets.map(({ currency }) => currency)]),
    ...directives("account", [...held, ...accounts.map(chartAccount)]),
    "\n",
  ].join("");
}

function directives(directive: string, names: readonly string[]): string[] {
  return [...new Set(names)].sort().map((name) => `${directive} ${name}\n`);
}
