import { instant } from "../instant.js";
import type { MovementKind } from "../movement.js";
import { nanos } from "../nanos.js";
import type { ScheduledEvent } from "../schedule.js";
import type { FlexpriceReason, FlexpriceTransaction } from "./transaction.js";
import type { Direction } from "./transaction-row.js";
import type { FlexpriceBook } from "./wallet-book.js";

/** What happens now and then; what it means is written down beside the reason that the provider gives. */
interface Occasion {
  readonly direction: Direction;
  readonly reason: FlexpriceReason | (string & {});
  readonly kind: MovementKind;
  readonly reference: FlexpriceTransaction["reference_type"];
}

const occasions = {
  gift: { direction: "credit", reason: "FREE_CREDIT_GRANT", kind: "grant", reference: "EXTERNAL" },
  seats: { direction: "debit", reason: "INVOICE_PAYMENT", kind: "usage", reference: "INVOICE" },
  usage: { direction: "debit", reason: "CREDIT_ADJUSTMENT", kind: "usage", reference: "INVOICE" },
  manual: { direction: "debit", reason: "MANUAL_BALANCE_DEBIT", kind: "usage", reference: "REQUEST" },
  recount: { direction: "credit", reason: "CREDIT_ADJUSTMENT", kind: "adjustment", reference: "REQUEST" },
  note: { direction: "credit", reason: "CREDIT_NOTE", kind: "refund", reference: "INVOICE" },
  void: { direction: "credit", reason: "INVOICE_VOID_REFUND", kind: "refund", reference: "INVOICE" },
  loyalty: { direction: "credit", reason: "LOYALTY_CREDIT", kind: "unclassified", reference: "EXTERNAL" },
} as const satisfies Record<string, Occasion>;

type Single = readonly [what: keyof typeof occasions, time: string, credits: string, of: string, description: string];

/** Some in the first and the last microsecond of a month. */
const singles: readonly Single[] = [
  ["gift", "2026-07-28T09:00:00Z", "5000", "welcome", "Welcome credits"],
  ["seats", "2026-08-03T10:00:00Z", "990", "inv_seats_08", "Seats, August, 11 × €0,90"],
  ["usage", "2026-08-16T00:05:12.345679Z", "0", "inv_empty", "No usage"],
  ["seats", "2026-09-03T10:00:00Z", "990", "inv_seats_09", "Seats, September"],
  ["recount", "2026-09-10T13:14:15.926535Z", "123.4567", "req_recount", "Recount of July"],
  ["manual", "2026-09-22T08:00:00Z", "2500.5", "req_workshop", '=1+1 "workshop", 2 days'],
  ["note", "2026-09-30T23:59:59.999999Z", "1500", "inv_seats_09", "Credit note for September"],
  ["seats", "2026-10-03T10:00:00Z", "1080", "inv_seats_10", "Seats, October"],
  ["manual", "2026-10-15T12:00:00.000001Z", "0.0123", "req_probe", "Probe, a hundredth of a cent"],
  ["note", "2026-10-20T09:09:09Z", "75.25", "inv_seats_10", "परिवर्तन: one seat less"],
  ["void", "2026-11-01T00:00:00Z", "1080", "inv_seats_10", "Seats of October voided"],
];
const unknown: Single = ["loyalty", "2026-10-21T00:00:00Z", "250", "loyalty", "Loyalty"];

/** Given credits are used before bought ones. */
const givenPriority = 1;

export function singleEvents(book: FlexpriceBook, unknownWords: boolean): ScheduledEvent[] {
  return [...singles, ...(unknownWords ? [unknown] : [])].map(([what, time, credits, of, description]) => {
    const { direction, reason, kind, reference } = occasions[what];
    const at = instant(time);
    const details = { at, reason, kind, credits: nanos(credits), reference: [reference, of], description } as const;
    return {
      at,
      run: () => {
        if (direction === "debit") book.debit(details);
        else book.credit({ ...details, priority: givenPriority });
      },
    };
  });
}

/** A card that was declined, and an invoice that could not be paid: shown, without moving anything. */
export function failedEvents(book: FlexpriceBook): ScheduledEvent[] {
  const at = instant("2026-10-05T05:05:05Z");
  const failed = { at, kind: "unclassified", credits: nanos("50000"), reference: ["PAYMENT", "pay_declined"] } as const;
  const purchase = { ...failed, reason: "PURCHASED_CREDIT_DIRECT", description: "Card declined" } as const;
  const payment = { ...failed, reason: "INVOICE_PAYMENT", description: "@invoice not payable" } as const;
  return [
    { at, run: () => book.fail("credit", purchase) },
    { at, run: () => book.fail("debit", payment) },
  ];
}
