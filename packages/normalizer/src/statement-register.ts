import type { AccountEvidence } from "./account-evidence.js";
import { type AccountFindings, createFindings } from "./account-warnings.js";
import type { Period } from "./month.js";
import type { ProviderId } from "./record.js";
import { createWalletSums, type WalletKey, type WalletSums } from "./wallet-sums.js";
import { wholeDaysWithin } from "./whole-days.js";

type AccountKey = Pick<WalletKey, "provider" | "account">;

/** The accounts and wallets of a statement, made when first named. */
export interface StatementRegister {
  readonly accounts: ReadonlyMap<string, AccountFindings>;
  readonly wallets: ReadonlyMap<string, WalletSums>;
  account(key: AccountKey): AccountFindings;
  wallet(key: WalletKey): WalletSums;
  /** Marks a wallet, in all its currencies, as lacking a record. */
  markRefused(key: Omit<WalletKey, "currency">): void;
  isRefused(key: Omit<WalletKey, "currency">): boolean;
}

/** What a wallet's records are in, where they cannot say it themselves because all were refused. */
const fixedCurrencies: Readonly<Record<ProviderId, string | null>> = {
  "prime-intellect": "USD",
  neevcloud: "USD",
  flexprice: null,
  wavespeed: "USD",
  runpod: "USD",
};

/** @param period the statement's month */
export function createRegister(evidence: readonly AccountEvidence[], period: Period): StatementRegister {
  const accounts = new Map<string, AccountFindings>();
  const wallets = new Map<string, WalletSums>();
  const refused = new Set<string>();

  function account(key: AccountKey): AccountFindings {
    const name = nameOf(key.provider, key.account);
    let findings = accounts.get(name);
    if (findings === undefined) {
      const { provider, account } = key;
      const unknown = {
        provider,
        account,
        complete: false,
        failure: null,
        collectedAt: null,
        balances: [],
        moneyIn: false,
      };
      findings = createFindings(unknown, false);
      accounts.set(name, findings);
    }
    return findings;
  }

  function wallet(key: WalletKey): WalletSums {
    const name = nameOf(key.provider, key.account, key.wallet, key.currency);
    let sums = wallets.get(name);
    if (sums === undefined) {
      const { balances, collectedAt } = account(key).evidence;
      sums = createWalletSums(key, balances, wholeDaysWithin(period, collectedAt));
      wallets.set(name, sums);
    }
    return sums;
  }

  function markRefused(key: Omit<WalletKey, "currency">): void {
    refused.add(nameOf(key.provider, key.account, key.wallet));
    const currency = fixedCurrencies[key.provider];
    if (currency !== null) wallet({ ...key, currency });
  }

  for (const each of evidence) accounts.set(nameOf(each.provider, each.account), createFindings(each, true));
  for (const balance of evidence.flatMap((each) => each.balances)) wallet(balance);
  const isRefused = (key: Omit<WalletKey, "currency">): boolean =>
    refused.has(nameOf(key.provider, key.account, key.wallet));
  return { accounts, wallets, account, wallet, markRefused, isRefused };
}

function nameOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
