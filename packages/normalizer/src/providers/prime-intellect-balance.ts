import { createBalance, snapshotIdOf } from "../balance.js";
import { openFields, readCurrency, readDecimal } from "../fields.js";
import type { SourceSnapshot } from "../record.js";
import type { WalletBalance } from "../wallet-balance.js";

/** `GET /api/v1/billing/wallet`: the balance in USD; negative where the account may overdraw. */
export function readPrimeIntellectBalance(snapshot: SourceSnapshot): WalletBalance {
  const fields = openFields(snapshot.body, snapshotIdOf(snapshot));
  return createBalance(snapshot, {
    currency: readCurrency(fields, "currency"),
    balance: readDecimal(fields, "balance_usd"),
  });
}
