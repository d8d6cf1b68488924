import { instant } from "../instant.js";
import { nanos } from "../nanos.js";
import type { ScheduledEvent } from "../schedule.js";
import type { FlexpriceBook } from "./wallet-book.js";

/** Used at once; used only where nothing else is left, so that it expires. */
const [first, late] = [1, 50];

const grants = [
  ["SUBSCRIPTION_CREDIT_GRANT", "2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z", "2000", first],
  ["SUBSCRIPTION_CREDIT_GRANT", "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "2000", first],
  ["SUBSCRIPTION_CREDIT_GRANT", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z", "2000", first],
  ["SUBSCRIPTION_CREDIT_GRANT", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "2000", first],
  ["FREE_CREDIT_GRANT", "2026-08-20T12:00:00Z", "2026-10-01T00:00:00Z", "777.7777", late],
  ["FREE_CREDIT_GRANT", "2026-09-20T12:00:00Z", "2026-10-31T23:59:59.999999Z", "1234.5", late],
] as const;

/** The plan's monthly credits, used up soon, and two promotions that expire unused at a month's end. */
export function expiringGrants(book: FlexpriceBook): ScheduledEvent[] {
  return grants.flatMap(([reason, from, until, credits, priority]) => {
    const [at, expiry] = [instant(from), instant(until)];
    const reference = ["EXTERNAL", `grant_${from.slice(0, 10)}`] as const;
    const description = reason === "FREE_CREDIT_GRANT" ? "Promotion" : "Credits of the plan";
    let id = "";
    const grant = () => {
      const details = { at, reason, kind: "grant", credits: nanos(credits), expiry, priority } as const;
      id = book.credit({ ...details, reference, description });
    };
    return [
      { at, run: grant },
      { at: expiry, run: () => book.expire(id, expiry) },
    ];
  });
}
