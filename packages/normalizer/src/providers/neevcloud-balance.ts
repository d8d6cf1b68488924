import { createBalance, snapshotIdOf } from "../balance.js";
import { openFields } from "../fields.js";
import type { SourceSnapshot } from "../record.js";
import type { WalletBalance } from "../wallet-balance.js";
import { neevcloudCurrency, readMicroDollars } from "./neevcloud.js";

/** `GET /api/v1/orgs/{org_id}/wallets`: four balances in micro-dollars, of which three should sum to the first. */
export function readNeevcloudBalance(snapshot: SourceSnapshot): WalletBalance {
  const fields = openFields(snapshot.body, snapshotIdOf(snapshot));
  const currency = neevcloudCurrency;
  const balance = readMicroDollars(fields, "balance_micro_dollars");
  const paid = readMicroDollars(fields, "payment_balance_micro_dollars");
  const granted = readMicroDollars(fields, "grants_balance_micro_dollars");
  const earned = readMicroDollars(fields, "earn_balance_micro_dollars");
  const parts = paid.plus(granted).plus(earned);
  return createBalance(snapshot, {
    currency,
    balance,
    buckets: {
      paid: { amount: paid, currency },
      granted: { amount: granted, currency },
      earned: { amount: earned, currency },
    },
    notes: parts.eq(balance)
      ? []
      : [
          `The provider's own figures disagree: payment, grants and earn balances sum to ${parts.toFixed()} ${currency}, but it states ${balance.toFixed()} ${currency}. Ask the provider which is right.`,
        ],
  });
}
