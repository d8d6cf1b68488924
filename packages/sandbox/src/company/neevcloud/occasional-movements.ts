import { instant } from "../instant.js";
import type { ScheduledEvent } from "../schedule.js";
import type { NeevCloudBook } from "./wallet-book.js";

/** Money in of every source, a plan paid in advance, and what the provider corrects. Micro-dollars. */
export function occasionalMovements(book: NeevCloudBook, unknownWords: boolean): ScheduledEvent[] {
  const event = (time: string, run: (at: number) => void): ScheduledEvent => {
    const at = instant(time);
    return { at, run: () => run(at) };
  };
  const credit = (time: string, source: string, amount: number, description: string, type: string | null | undefined) =>
    event(time, (at) => book.credit(source, amount, { at, description, type }));
  return [
    credit("2026-07-28T09:00:00Z", "grant", 10_000_000, "Welcome credits", "admin_onboarding"),
    credit("2026-07-28T09:12:00.5Z", "payment", 250_000_000, "Payment, card •••• 4242", "pay_first"),
    credit("2026-08-01T00:00:00Z", "coupon", 25_000_000, 'Coupon "MONSOON25", 25 % off', "coupon_monsoon25"),
    credit("2026-08-12T07:30:00.123456Z", "refer_and_earn", 15_000_000, "Referral: शर्मा स्टूडियो", "ref_sharma"),
    event("2026-09-01T00:10:00Z", (at) =>
      book.charge(300_000_000, { at, description: "Reserved L4, 1 month, paid in advance", type: "plan_l4_1m" }),
    ),
    credit("2026-09-09T16:45:10Z", "system", 12_345_678, "Goodwill for the outage of 8 September", null),
    credit("2026-09-30T23:59:59.999999Z", "refer_and_earn", 30_000_000, "Referral: =1+1 GmbH", undefined),
    credit("2026-10-01T00:00:00Z", "grant", 50_000_000, "Startup programme, October", "admin_startups"),
    event("2026-10-07T11:11:11.111Z", (at) =>
      book.correct(1, { at, description: "Correction of a rounding, one micro-dollar", type: undefined }),
    ),
    credit("2026-10-31T23:59:59.999999Z", "payment", 100_000_000, "Payment, bank transfer", "pay_last_of_october"),
    credit("2026-11-02T11:30:00Z", "grant", 5_000_000, "Festival of lights", "admin_diwali"),
    credit("2026-11-02T11:30:00Z", "refer_and_earn", 15_000_000, "Referral: Zoë & Co", "ref_zoe"),
    ...(unknownWords ? [credit("2026-10-20T08:00:00Z", "cashback", 3_500_000, "Festival cashback", null)] : []),
  ];
}
