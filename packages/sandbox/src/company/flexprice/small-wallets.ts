import { dataEnd, signUp } from "../calendar.js";
import { day, instant, printMilliseconds, printTrimmed } from "../instant.js";
import { formatNanos, nanos } from "../nanos.js";
import type { Random } from "../random.js";
import { runSchedule } from "../schedule.js";
import { planDailyUsage } from "./daily-usage.js";
import type { PlannedWallet } from "./planned-wallet.js";
import { usageDebits } from "./usage-debits.js";
import type { FlexpriceWallet } from "./wallet.js";
import { createFlexpriceBook } from "./wallet-book.js";
import type { FlexpriceTerms } from "./wallet-terms.js";

/** A wallet in euros whose credits cost less than they are worth: its amounts do not sum to its balance, its credits do. */
export function planResellerWallet(account: string, random: Random): PlannedWallet {
  const terms: FlexpriceTerms = {
    account,
    walletId: "wallet_acme_reseller",
    customerId: "cust_acme_gmbh",
    currency: "eur",
    conversionRate: nanos("1"),
    topupRate: nanos("0.8"),
    random,
  };
  const book = createFlexpriceBook(terms);
  const topUp = { credits: nanos("250"), bonus: 0n, reserve: 0n };
  const events = usageDebits(planDailyUsage(10, 25, 2, random), day - 1, topUp, book, random);
  runSchedule(events.filter(({ at }) => at <= dataEnd));
  const wallet = walletRow(terms, "Wiederverkauf, Köln", "2.5");
  return {
    wallet: [{ at: printMilliseconds(signUp), row: wallet }],
    transactions: book.timelines(),
    movements: book.movements,
  };
}

/** A trial that ended: what was left of the gift is taken out, and the wallet is closed. */
export function planTrialWallet(account: string, random: Random): PlannedWallet {
  const terms: FlexpriceTerms = {
    account,
    walletId: "wallet_acme_trial",
    customerId: "cust_acme",
    currency: "usd",
    conversionRate: nanos("1"),
    topupRate: nanos("1"),
    random,
  };
  const book = createFlexpriceBook(terms);
  const closedAt = instant("2026-09-15T00:00:00Z");
  const details = { reference: ["EXTERNAL", "trial"], credits: nanos("20") } as const;
  book.credit({ ...details, at: signUp, reason: "FREE_CREDIT_GRANT", kind: "grant", description: "Trial" });
  for (const [time, credits] of [
    ["2026-08-05T09:00:00.1Z", "3.000123"],
    ["2026-09-01T00:00:00Z", "4.5"],
  ] as const) {
    const at = instant(time);
    book.debit({
      ...details,
      at,
      reason: "CREDIT_ADJUSTMENT",
      kind: "usage",
      credits: nanos(credits),
      description: "Trial usage",
    });
  }
  const rest = { credits: book.balance(), description: "Wallet closed" };
  book.debit({ ...details, ...rest, at: closedAt, reason: "WALLET_TERMINATION", kind: "expiry" });
  const wallet = walletRow(terms, "", "0");
  return {
    wallet: [
      { at: printMilliseconds(signUp), row: wallet },
      { at: printMilliseconds(closedAt), row: { ...wallet, wallet_status: "closed" } },
    ],
    transactions: book.timelines(),
    movements: book.movements,
  };
}

function walletRow(terms: FlexpriceTerms, name: string, currentPeriodUsage: string): FlexpriceWallet {
  return {
    id: terms.walletId,
    customer_id: terms.customerId,
    name,
    description: "",
    currency: terms.currency,
    conversion_rate: formatNanos(terms.conversionRate),
    topup_conversion_rate: formatNanos(terms.topupRate),
    wallet_status: "active",
    wallet_type: "PRE_PAID",
    metadata: null,
    created_at: printTrimmed(signUp),
    current_period_usage: currentPeriodUsage,
    unpaid_invoices_amount: "0",
  };
}
