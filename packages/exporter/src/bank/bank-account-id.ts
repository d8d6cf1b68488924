import { createHash } from "node:crypto";
import type { WalletKey } from "../journal/movement.js";

/** OFX takes so many characters for an account's number, and CAMT more. */
const longest = 22;

/** A wallet's account number in bank files: readable, the same every month, and different for every wallet and currency. */
export function bankAccountId({ provider, account, wallet, currency }: WalletKey): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([provider, account, wallet, currency]))
    .digest("hex");
  const words = slug(wallet).slice(0, longest - 11);
  return `${words || "wallet"}-${hash.slice(0, 10)}`;
}

/** The wallet in a file's name: as it is called where that can stand there, else told apart by a hash. */
export function walletFilePart(key: WalletKey, all: readonly WalletKey[]): string {
  const { provider, account, wallet, currency } = key;
  const isOfSeveralCurrencies = all.some(
    (other) =>
      other.currency !== currency &&
      other.provider === provider &&
      other.account === account &&
      other.wallet === wallet,
  );
  const plain = [provider, account, wallet, ...(isOfSeveralCurrencies ? [currency.toLowerCase()] : [])].join("-");
  const words = slug(plain).slice(0, 100);
  return words === plain ? words : `${words}-${bankAccountId(key).slice(-10)}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
