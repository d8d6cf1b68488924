import { dataEnd, signUp } from "../calendar.js";
import { hour, instant, minute, printMilliseconds, printTrimmed, second } from "../instant.js";
import { formatNanos, nanos } from "../nanos.js";
import type { Random } from "../random.js";
import { runSchedule } from "../schedule.js";
import type { State } from "../timeline.js";
import { type DailyUsage, planDailyUsage } from "./daily-usage.js";
import { expiringGrants } from "./expiring-grants.js";
import { invoicedPurchases } from "./invoiced-purchases.js";
import type { PlannedWallet } from "./planned-wallet.js";
import { failedEvents, singleEvents } from "./single-events.js";
import { worthOf } from "./transaction-row.js";
import { usageDebits } from "./usage-debits.js";
import type { FlexpriceWallet } from "./wallet.js";
import { createFlexpriceBook } from "./wallet-book.js";
import type { FlexpriceTerms } from "./wallet-terms.js";

const invoicedAt = 5 * minute + 12 * second + 345_678;
const unpaid = nanos("12.5");
const unpaidSince = instant("2026-11-01T06:00:00Z");

/** The company's main wallet: a cent for a credit, bought and spent alike; every reason but a termination. */
export function planProductionWallet(account: string, random: Random, unknownWords: boolean): PlannedWallet {
  const terms: FlexpriceTerms = {
    account,
    walletId: "wallet_acme_production",
    customerId: "cust_acme",
    currency: "usd",
    conversionRate: nanos("0.01"),
    topupRate: nanos("0.01"),
    random,
  };
  const book = createFlexpriceBook(terms);
  const usage = planDailyUsage(4000, 12_000, 1, random);
  const topUp = { credits: nanos("50000"), bonus: nanos("2500"), reserve: nanos("4000") };
  const events = [
    ...singleEvents(book, unknownWords),
    ...invoicedPurchases(book),
    ...expiringGrants(book),
    ...failedEvents(book),
    ...usageDebits(usage, invoicedAt, topUp, book, random),
  ];
  runSchedule(events.filter(({ at }) => at <= dataEnd));
  return { wallet: accrue(usage, terms), transactions: book.timelines(), movements: book.movements };
}

/** The wallet through every day: its usage grows by quarters and begins anew when the day's invoice is computed. */
function accrue(usage: DailyUsage, terms: FlexpriceTerms): PlannedWallet["wallet"] {
  const stateOf = (at: number, used: bigint): State<FlexpriceWallet> => {
    const open = at >= unpaidSince ? unpaid : 0n;
    return {
      at: printMilliseconds(at),
      row: {
        id: terms.walletId,
        customer_id: terms.customerId,
        name: "Acme production",
        description: 'Renders & previews, "studio" plan',
        currency: terms.currency,
        conversion_rate: formatNanos(terms.conversionRate),
        topup_conversion_rate: formatNanos(terms.topupRate),
        wallet_status: "active",
        wallet_type: "PRE_PAID",
        metadata: { cost_center: "4200" },
        created_at: printTrimmed(signUp),
        current_period_usage: formatNanos(used + open),
        unpaid_invoices_amount: formatNanos(open),
      },
    };
  };
  const states = [...usage].flatMap(([date, credits]) => [
    stateOf(date + invoicedAt, 0n),
    ...[1n, 2n, 3n].map((quarter) =>
      // A quarter of a ten-thousandth of a credit is still exact in billionths of a dollar.
      stateOf(date + Number(quarter) * 6 * hour, worthOf((credits * quarter) / 4n, "debit", terms)),
    ),
  ]);
  return [stateOf(signUp, 0n), ...states];
}
