import { day, instant } from "../instant.js";
import type { MovementKind } from "../movement.js";
import { nanos } from "../nanos.js";
import type { ScheduledEvent } from "../schedule.js";
import type { FlexpriceReason, FlexpriceTransaction } from "./transaction.js";
import type { Direction, FlexpriceDetails } from "./transaction-row.js";
import { purchasePriority } from "./usage-debits.js";
import type { FlexpriceBook } from "./wallet-book.js";

type Planned = readonly [
  time: string,
  direction: Direction,
  reason: FlexpriceReason,
  kind: MovementKind,
  credits: string,
  reference: readonly [FlexpriceTransaction["reference_type"], string],
  description: string,
  priority?: number,
];

/** One of every reason beside the daily usage and its purchases; some in the first and last microsecond of a month. */
const planned: readonly Planned[] = [
  [
    "2026-07-28T09:00:00Z",
    "credit",
    "FREE_CREDIT_GRANT",
    "grant",
    "5000",
    ["EXTERNAL", "welcome"],
    "Welcome credits",
    1,
  ],
  [
    "2026-08-03T10:00:00Z",
    "debit",
    "INVOICE_PAYMENT",
    "usage",
    "990",
    ["INVOICE", "inv_seats_08"],
    "Seats, August, 11 × €0,90",
  ],
  ["2026-08-16T00:05:12.345679Z", "debit", "CREDIT_ADJUSTMENT", "usage", "0", ["INVOICE", "inv_empty"], "No usage"],
  ["2026-09-03T10:00:00Z", "debit", "INVOICE_PAYMENT", "usage", "990", ["INVOICE", "inv_seats_09"], "Seats, September"],
  [
    "2026-09-10T13:14:15.926535Z",
    "credit",
    "CREDIT_ADJUSTMENT",
    "adjustment",
    "123.4567",
    ["REQUEST", "req_recount"],
    "Recount of July",
    1,
  ],
  [
    "2026-09-22T08:00:00Z",
    "debit",
    "MANUAL_BALANCE_DEBIT",
    "usage",
    "2500.5",
    ["REQUEST", "req_workshop"],
    '=1+1 "workshop", 2 days',
  ],
  [
    "2026-09-30T23:59:59.999999Z",
    "credit",
    "CREDIT_NOTE",
    "refund",
    "1500",
    ["INVOICE", "inv_seats_09"],
    "Credit note for September",
    1,
  ],
  ["2026-10-03T10:00:00Z", "debit", "INVOICE_PAYMENT", "usage", "1080", ["INVOICE", "inv_seats_10"], "Seats, October"],
  [
    "2026-10-15T12:00:00.000001Z",
    "debit",
    "MANUAL_BALANCE_DEBIT",
    "usage",
    "0.0123",
    ["REQUEST", "req_probe"],
    "Probe, a hundredth of a cent",
  ],
  [
    "2026-10-20T09:09:09Z",
    "credit",
    "CREDIT_NOTE",
    "refund",
    "75.25",
    ["INVOICE", "inv_seats_10"],
    "परिवर्तन: one seat less",
    1,
  ],
  [
    "2026-11-01T00:00:00Z",
    "credit",
    "INVOICE_VOID_REFUND",
    "refund",
    "1080",
    ["INVOICE", "inv_seats_10"],
    "Seats of October voided",
    1,
  ],
];

/** Credits promised for later use are used last, so that a purchase on invoice stays as it was when it was paid. */
const promised = 90;
const purchases: readonly (readonly [time: string, paid: string | null, credits: string, description: string])[] = [
  ["2026-08-10T08:00:00Z", "2026-08-12T15:30:00.25Z", "100000", "Annual commitment, part 1"],
  ["2026-09-29T08:00:00Z", "2026-10-02T11:20:00.5Z", "200000", "Annual commitment, part 2"],
  ["2026-10-30T08:00:00Z", null, "200000", "Annual commitment, part 3"],
];

/** What happens in the production wallet beside its daily usage. */
export function productionEvents(book: FlexpriceBook, unknownWords: boolean): ScheduledEvent[] {
  const event = (time: string, run: (at: number) => void): ScheduledEvent => ({
    at: instant(time),
    run: () => run(instant(time)),
  });
  const ordinary = planned.map(([time, direction, reason, kind, credits, reference, description, priority]) =>
    event(time, (at) => {
      const details: FlexpriceDetails = { at, reason, kind, credits: nanos(credits), reference, description };
      book[direction](priority === undefined ? details : { ...details, priority });
    }),
  );
  const invoiced = purchases.flatMap(([time, paid, credits, description], index) => {
    const details: FlexpriceDetails = {
      at: instant(time),
      reason: "PURCHASED_CREDIT_INVOICED",
      kind: "top-up",
      credits: nanos(credits),
      reference: ["INVOICE", `inv_commitment_${index + 1}`],
      description,
      priority: promised,
    };
    let id = "";
    const pending = event(time, () => {
      id = book.pend(details);
    });
    return paid === null ? [pending] : [pending, event(paid, (at) => book.complete(id, details, at))];
  });
  return [...ordinary, ...invoiced, ...grants(book), ...failures(book), ...(unknownWords ? [loyalty(book)] : [])];
}

/** A plan's monthly credits, used up soon; and two promotions that expire unused at a month's very end. */
function grants(book: FlexpriceBook): ScheduledEvent[] {
  const lot = (from: string, until: string, credits: string, reason: FlexpriceReason, priority: number) => {
    let id = "";
    const [at, expiry] = [instant(from), instant(until)];
    const reference = ["EXTERNAL", `grant_${from.slice(0, 10)}`] as const;
    const description = reason === "FREE_CREDIT_GRANT" ? "Promotion" : "Credits of the plan";
    const details = {
      at,
      reason,
      kind: "grant",
      credits: nanos(credits),
      reference,
      description,
      expiry,
      priority,
    } as const;
    return [
      {
        at,
        run: () => {
          id = book.credit(details);
        },
      },
      { at: expiry, run: () => book.expire(id, expiry) },
    ];
  };
  const months = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"];
  return [
    ...months.flatMap((first) =>
      lot(
        first,
        new Date(instant(first) / 1000 + (31 * day) / 1000).toISOString(),
        "2000",
        "SUBSCRIPTION_CREDIT_GRANT",
        1,
      ),
    ),
    ...lot("2026-08-20T12:00:00Z", "2026-10-01T00:00:00Z", "777.7777", "FREE_CREDIT_GRANT", 50),
    ...lot("2026-09-20T12:00:00Z", "2026-10-31T23:59:59.999999Z", "1234.5", "FREE_CREDIT_GRANT", 50),
  ];
}

function failures(book: FlexpriceBook): ScheduledEvent[] {
  const at = instant("2026-10-05T05:05:05Z");
  const failed = { at, kind: "unclassified", credits: nanos("50000"), reference: ["PAYMENT", "pay_declined"] } as const;
  return [
    {
      at,
      run: () => book.fail("credit", { ...failed, reason: "PURCHASED_CREDIT_DIRECT", description: "Card declined" }),
    },
    {
      at,
      run: () => book.fail("debit", { ...failed, reason: "INVOICE_PAYMENT", description: "@invoice not payable" }),
    },
  ];
}

function loyalty(book: FlexpriceBook): ScheduledEvent {
  const at = instant("2026-10-21T00:00:00Z");
  const credits = nanos("250");
  const reference = ["EXTERNAL", "loyalty"] as const;
  return {
    at,
    run: () =>
      book.credit({
        at,
        reason: "LOYALTY_CREDIT",
        kind: "unclassified",
        credits,
        reference,
        description: "Loyalty",
        priority: purchasePriority,
      }),
  };
}
