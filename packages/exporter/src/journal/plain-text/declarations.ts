import type { Journal } from "../journal.js";
import { chartAccount, walletAccount } from "./account-name.js";

/** The currencies and accounts of a month, so that the programs' strict modes know them. */
export function declarations({ statement, chart, transactions }: Journal): string {
  const wallets = [...statement.wallets, ...transactions];
  const postings = transactions.flatMap((transaction) => transaction.postings);
  const currencies = [
    ...wallets.map(({ currency }) => currency),
    ...postings.flatMap(({ functional }) => functional?.currency ?? []),
  ];
  const accounts = [
    ...wallets.map((wallet) => walletAccount(chart.prepaid, wallet)),
    ...postings.flatMap(({ account, movement }) => (movement === null ? [] : chartAccount(account))),
  ];
  const lines = (directive: string, names: readonly string[]) =>
    [...new Set(names)].sort().map((name) => `${directive} ${name}\n`);
  return [...lines("commodity", currencies), ...lines("account", accounts), "\n"].join("");
}
