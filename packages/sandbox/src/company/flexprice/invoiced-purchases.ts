import { instant } from "../instant.js";
import { nanos } from "../nanos.js";
import type { ScheduledEvent } from "../schedule.js";
import type { FlexpriceDetails } from "./transaction-row.js";
import type { FlexpriceBook } from "./wallet-book.js";

/** Credits promised for later are used last, so that a purchase on invoice stays as it was when it was paid. */
const promised = 90;

const purchases: readonly (readonly [time: string, paid: string | null, credits: string])[] = [
  ["2026-08-10T08:00:00Z", "2026-08-12T15:30:00.25Z", "100000"],
  ["2026-09-29T08:00:00Z", "2026-10-02T11:20:00.5Z", "200000"],
  ["2026-10-30T08:00:00Z", null, "200000"],
];

/** Purchases on invoice: one paid within its month, one paid in the next, one not paid yet. */
export function invoicedPurchases(book: FlexpriceBook): ScheduledEvent[] {
  return purchases.flatMap(([time, paid, credits], index) => {
    const details: FlexpriceDetails = {
      at: instant(time),
      reason: "PURCHASED_CREDIT_INVOICED",
      kind: "top-up",
      credits: nanos(credits),
      reference: ["INVOICE", `inv_commitment_${index + 1}`],
      description: `Annual commitment, part ${index + 1}`,
      priority: promised,
    };
    let id = "";
    const pend = () => {
      id = book.pend(details);
    };
    const pending = { at: details.at, run: pend };
    if (paid === null) return [pending];
    const at = instant(paid);
    return [pending, { at, run: () => book.complete(id, details, at) }];
  });
}
