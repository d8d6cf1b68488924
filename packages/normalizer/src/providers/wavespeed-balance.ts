import { createBalance, snapshotIdOf } from "../balance.js";
import { openFields, optionalFields, readDecimal } from "../fields.js";
import type { SourceSnapshot } from "../record.js";
import type { WalletBalance } from "../wallet-balance.js";
import { wavespeedCurrency } from "./wavespeed.js";

/** `GET /api/v3/balance`: `data.balance` in USD, with or without the provider's envelope around it. */
export function readWavespeedBalance(snapshot: SourceSnapshot): WalletBalance {
  const body = openFields(snapshot.body, snapshotIdOf(snapshot));
  const fields = optionalFields(body, "data") ?? body;
  return createBalance(snapshot, { currency: wavespeedCurrency, balance: readDecimal(fields, "balance") });
}
