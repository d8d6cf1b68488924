import type { Movement } from "../movement.js";
import { createRandom } from "../random.js";
import { planProductionWallet } from "./production-wallet.js";
import { planResellerWallet, planTrialWallet } from "./small-wallets.js";
import type { FlexpriceAccount } from "./wallet.js";

/** The account "acme" at Flexprice: a busy wallet, one in euros with two rates, and one that was closed. */
export function createFlexpriceAccount(
  seed: string,
  unknownWords: boolean,
): FlexpriceAccount & { readonly movements: readonly Movement[] } {
  const account = "acme";
  const planned = [
    planProductionWallet(account, createRandom(`${seed}/flexprice/production`), unknownWords),
    planResellerWallet(account, createRandom(`${seed}/flexprice/reseller`)),
    planTrialWallet(account, createRandom(`${seed}/flexprice/trial`)),
  ];
  return {
    account,
    wallets: planned.map(({ wallet }) => wallet),
    transactions: planned.flatMap(({ transactions }) => transactions),
    movements: planned.flatMap(({ movements }) => movements),
  };
}
