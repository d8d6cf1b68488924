import type { Interval } from "./assess-usage.js";
import type { StatementScope } from "./assessment.js";
import { isBefore } from "./compare-instants.js";
import { decimalText } from "./decimal-text.js";
import { signOf } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { WalletKey } from "./wallet-sums.js";

/**
 * A top-up for each pair of balances that rose by more than the records tell. It belongs to the month that the later
 * balance closes: before an edge of the month if that balance is the one nearest to the edge or an older one, else after.
 */
export function inferTopUps(wallet: WalletKey, intervals: readonly Interval[], scope: StatementScope): LedgerEntry[] {
  return intervals
    .filter(({ unrecorded }) => signOf(unrecorded) > 0)
    .map(({ from, to, unrecorded }): LedgerEntry => {
      const { provider, account, currency } = wallet;
      return {
        id: `${provider}/${account}/inferred-${to.takenAt}`,
        provider,
        account,
        wallet: wallet.wallet,
        kind: "top-up",
        amount: { amount: unrecorded, currency },
        unsignedAmount: null,
        currency,
        postedAt: isBefore(to.takenAt, scope.end) ? to.takenAt : lastMillisecondBefore(scope.end),
        chargePeriod: { start: from.takenAt, end: to.takenAt },
        bucket: null,
        service: null,
        resource: null,
        keyName: null,
        description: `Inferred: the balance was ${decimalText(from.stated)} ${currency} at ${from.takenAt} and ${decimalText(to.stated)} ${currency} at ${to.takenAt}, ${decimalText(unrecorded)} ${currency} more than the records between account for`,
        quantity: null,
        unit: null,
        listAmount: null,
        estimated: true,
        corrects: null,
        origin: { endpoint: to.endpoint, sourceId: to.takenAt, revision: 1, sha256: to.sha256 },
      };
    });
}

function lastMillisecondBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}
