import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { exactDecimal } from "./exact-decimal.js";
import type { WalletBalance } from "./wallet-balance.js";

/** A balance that can be relied on. */
export interface UsableBalance extends WalletBalance {
  readonly stated: Big;
  readonly statedCredits: Big | null;
}

/** The balances that have a figure, oldest first; of several of one instant one, whatever their order. */
export function usableBalances(balances: readonly WalletBalance[]): UsableBalance[] {
  const byTime = balances
    .flatMap((each) =>
      each.balance === null
        ? []
        : [
            {
              ...each,
              stated: each.balance.amount,
              statedCredits: each.credits === null ? null : exactDecimal(each.credits),
            },
          ],
    )
    .sort((a, b) => compareInstants(a.takenAt, b.takenAt) || (a.sha256 < b.sha256 ? -1 : 1));
  return byTime.filter((each, index) => {
    const next = byTime[index + 1];
    return next === undefined || compareInstants(each.takenAt, next.takenAt) !== 0;
  });
}

/** Whether credits are bought and spent at the same rate, so that currency and credits say the same. */
export function hasOneRate({ conversionRate, topUpConversionRate }: UsableBalance): boolean {
  return conversionRate !== null && conversionRate === topUpConversionRate;
}

/** The rate at which a balance is worth its credits; null where it has none, or is not. */
export function rateOf({ stated, statedCredits, conversionRate }: UsableBalance): string | null {
  if (statedCredits === null || conversionRate === null) return null;
  return statedCredits.times(conversionRate).eq(stated) ? conversionRate : null;
}

/** The index of the balance nearest in time to an instant, of two as near the later; null where there is none. */
export function nearestBalance(balances: readonly UsableBalance[], instant: string): number | null {
  const edge = Date.parse(instant);
  let nearest: number | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [index, { takenAt }] of balances.entries()) {
    const distance = Math.abs(Date.parse(takenAt) - edge);
    if (distance > shortest) break;
    nearest = index;
    shortest = distance;
  }
  return nearest;
}

const day = 86_400_000;

/** Whether a balance was taken within a day of an instant, so that it can stand for it. */
export function isAtEdge(balance: UsableBalance | undefined, instant: string): boolean {
  return balance !== undefined && Math.abs(Date.parse(balance.takenAt) - Date.parse(instant)) <= day;
}
