import type { Movement } from "../movement.js";
import { createRandom } from "../random.js";
import { createAccessKeys } from "./access-keys.js";
import { accountTransactions } from "./account-transactions.js";
import type { WaveSpeedAccount } from "./billing.js";
import { billPrediction } from "./billing-records.js";
import { planPredictions } from "./predictions.js";
import { unknownBilling } from "./unknown-billing.js";

/** The account "studio" at WaveSpeed: some thousand predictions, refunds of those that failed, and top-ups. */
export function createWaveSpeedAccount(
  seed: string,
  unknownWords: boolean,
): WaveSpeedAccount & { readonly movements: readonly Movement[] } {
  const account = "studio";
  const random = createRandom(`${seed}/wavespeed`);
  const keys = createAccessKeys(random);
  const billings = planPredictions(random).flatMap((prediction) =>
    // Most work is the applications'.
    billPrediction(prediction, random.oneIn(8) ? random.pick(keys) : keys[0], account, random),
  );
  const charges = billings.flatMap(({ movements }) => movements);
  const transactions = accountTransactions(charges, account, random);
  return {
    account,
    billings: [...billings.map(({ timeline }) => timeline), ...(unknownWords ? [unknownBilling(keys[0], random)] : [])],
    transactions: transactions.map(({ timeline }) => timeline),
    movements: [...charges, ...transactions.flatMap(({ movements }) => movements)],
  };
}
