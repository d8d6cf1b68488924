import type { ChartOfAccounts } from "@spendbook/normalizer";
import type { WalletKey } from "../movement.js";
import type { Transaction } from "../transaction.js";
import { chartAccount, walletAccount } from "./account-name.js";

/** The currencies and accounts of a file, so that the programs' strict modes know them. */
export function declarations(
  wallets: readonly WalletKey[],
  transactions: readonly Transaction[],
  { prepaid }: ChartOfAccounts,
): string {
  const held = [...wallets, ...transactions];
  const postings = transactions.flatMap((transaction) => transaction.postings);
  const currencies = [
    ...held.map(({ currency }) => currency),
    ...postings.flatMap(({ functional }) => functional?.currency ?? []),
  ];
  const accounts = [
    ...held.map((wallet) => walletAccount(prepaid, wallet)),
    ...postings.flatMap(({ role, account }) => (role === "prepaid" ? [] : chartAccount(account))),
  ];
  return [...directives("commodity", currencies), ...directives("account", accounts), "\n"].join("");
}

function directives(directive: string, names: readonly string[]): string[] {
  return [...new Set(names)].sort().map((name) => `${directive} ${name}\n`);
}
