import type { Big } from "big.js";
import { createBalance, snapshotIdOf } from "../balance.js";
import { type Fields, openFields, optionalDecimal, optionalFields, readCurrency } from "../fields.js";
import type { Money } from "../money.js";
import type { SourceSnapshot } from "../record.js";
import type { BalanceBuckets, WalletBalance } from "../wallet-balance.js";

const flexpriceWallet = "GET /wallets/{id}";

/**
 * `GET /wallets/{id}/balance/real-time`, or `GET /wallets/{id}`: `balance` is the settled amount
 * in currency, `credit_balance` the settled credits. The real-time endpoint answers from a cache
 * when it is slow and says so in `is_cached_fallback`; without that field nothing shows that the
 * answer is live, so it is not taken for a balance either.
 */
export function readFlexpriceBalance(snapshot: SourceSnapshot): WalletBalance {
  const fields = openFields(snapshot.body, snapshotIdOf(snapshot));
  const currency = readCurrency(fields, "currency");
  const isStored = snapshot.endpoint === flexpriceWallet;
  const isCached = !isStored && fields.values.is_cached_fallback !== false;
  const rate = optionalDecimal(fields, "conversion_rate");
  const shared = {
    currency,
    cached: isCached,
    conversionRate: rate?.toFixed() ?? null,
    topUpConversionRate: optionalDecimal(fields, "topup_conversion_rate")?.toFixed() ?? null,
  };
  if (isCached) return createBalance(snapshot, { ...shared, balance: null, notes: [cachedNote] });

  const balance = optionalDecimal(fields, "balance");
  const credits = optionalDecimal(fields, "credit_balance");
  const accrued = optionalDecimal(fields, "current_period_usage");
  return createBalance(snapshot, {
    ...shared,
    balance,
    credits: credits?.toFixed() ?? null,
    buckets: readBuckets(fields, rate, currency),
    accruedUsage: accrued === null ? null : { amount: accrued, currency },
    notes: balance === null || credits === null ? ["The provider left its balance empty. Collect again."] : [],
  });
}

const cachedNote =
  "The provider answered from its cache, or did not say that it did not, so this balance is not used. Collect again for a live one.";

/** The provider divides its credits; in currency they are credits × rate. */
function readBuckets(fields: Fields, rate: Big | null, currency: string): BalanceBuckets | null {
  const breakdown = optionalFields(fields, "credits_available_breakdown");
  if (breakdown === null || rate === null) return null;
  const inCurrency = (key: string): Money | null => {
    const credits = optionalDecimal(breakdown, key);
    return credits === null ? null : { amount: credits.times(rate), currency };
  };
  return { paid: inCurrency("purchased"), granted: inCurrency("free"), earned: null };
}
