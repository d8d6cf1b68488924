import type { WalletStatement } from "@spendbook/normalizer";

/** A wallet whose balances at both edges of the month are known. */
export type AssertedWallet = WalletStatement & { readonly opening: string; readonly closing: string };

/** Whether books can be held to a wallet's balances: only from a known opening do they get to the closing. */
export function isAsserted(wallet: WalletStatement): wallet is AssertedWallet {
  return wallet.opening !== null && wallet.closing !== null;
}
