import { awkwardTexts } from "../awkward-texts.js";
import { day, second } from "../instant.js";
import { formatNanos } from "../nanos.js";
import type { Random } from "../random.js";
import type { ScheduledEvent } from "../schedule.js";
import type { DailyUsage } from "./daily-usage.js";
import type { FlexpriceBook } from "./wallet-book.js";
import { flexpriceId } from "./wallet-terms.js";

/** The purchase that comes by itself when the bought credits run low; billionths of a credit. */
export interface AutomaticTopUp {
  readonly credits: bigint;
  /** Given on top. */
  readonly bonus: bigint;
  /** What shall be left of the bought credits, for other debits than usage. */
  readonly reserve: bigint;
}

/** Bought credits are used after granted ones (1) and before promised ones. */
export const purchasePriority = 10;

/** Debits each day's usage on the next day, when its invoice is computed; buys credits first where too few are left. */
export function usageDebits(
  usage: DailyUsage,
  timeOfDay: number,
  topUp: AutomaticTopUp,
  book: FlexpriceBook,
  random: Random,
): ScheduledEvent[] {
  return [...usage].map(([date, credits], index) => {
    const at = date + day + timeOfDay;
    const invoice = flexpriceId("inv", random);
    // Every fourth project has a name that somebody typed without a thought for spreadsheets.
    const project = index % 4 === 0 ? awkwardTexts[(index / 4) % awkwardTexts.length] : undefined;
    return {
      at,
      run: () => {
        if (book.available(purchasePriority) < credits + topUp.reserve) buyCredits(at - second, topUp, book, random);
        book.debit({
          at,
          reason: "CREDIT_ADJUSTMENT",
          kind: "usage",
          credits,
          reference: ["INVOICE", invoice],
          description: project ?? `Usage of ${new Date(date / 1000).toISOString().slice(0, 10)}`,
          metadata: { invoice, credits: formatNanos(credits), ...(project !== undefined && { project }) },
        });
      },
    };
  });
}

function buyCredits(at: number, { credits, bonus }: AutomaticTopUp, book: FlexpriceBook, random: Random): void {
  const shared = { at, priority: purchasePriority };
  const parent = book.credit({
    ...shared,
    reason: "PURCHASED_CREDIT_DIRECT",
    kind: "top-up",
    credits,
    reference: ["PAYMENT", flexpriceId("pay", random)],
    description: "Automatic top-up, card •••• 4242",
  });
  if (bonus === 0n) return;
  book.credit({
    ...shared,
    reason: "PURCHASED_CREDIT_BONUS",
    kind: "grant",
    credits: bonus,
    reference: ["PAYMENT", parent],
    description: "5 % bonus on a top-up",
    parent,
  });
}
