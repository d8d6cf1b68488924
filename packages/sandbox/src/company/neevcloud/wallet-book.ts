import { dateOf, printMilliseconds, printTrimmed, second } from "../instant.js";
import type { Movement, MovementKind } from "../movement.js";
import type { Planned } from "../planned.js";
import type { Random } from "../random.js";
import type { NeevCloudTransaction } from "./transaction.js";

/** The parts of a NeevCloud wallet, in the order in which usage draws on them. */
const parts = ["grants", "earn", "payment"] as const;
type Part = (typeof parts)[number];

const creditParts: Readonly<Record<string, Part>> = { grant: "grants", coupon: "grants", refer_and_earn: "earn" };
const debitSources: Readonly<Record<Part, string>> = { grants: "grant", earn: "refer_and_earn", payment: "payment" };
const creditKinds: Readonly<Record<string, MovementKind>> = {
  payment: "top-up",
  grant: "grant",
  coupon: "grant",
  refer_and_earn: "grant",
  system: "adjustment",
};

/** What is paid by a payment that comes by itself when the wallet runs low, in micro-dollars. */
const automaticPayment = 500_000_000;

export interface NeevCloudDetails {
  readonly at: number;
  readonly description: string;
  /** The id of what it is for; left out where undefined. */
  readonly type: string | null | undefined;
  /** Start of the hour of use. */
  readonly hourStart?: number;
}

/** Keeps one wallet: draws debits from its parts, pays in when it runs low, and notes every movement. Micro-dollars. */
export function createNeevCloudBook(account: string, orgId: string, random: Random) {
  const planned: Planned<NeevCloudTransaction>[] = [];
  const balances: Record<Part, number> = { grants: 0, earn: 0, payment: 0 };

  const note = (
    direction: "CREDIT" | "DEBIT",
    source: string,
    amount: number,
    kind: MovementKind,
    details: NeevCloudDetails,
  ) => {
    const row: NeevCloudTransaction = {
      id: random.uuid(),
      organization_id: orgId,
      amount_micro_dollars: amount,
      transaction_type: direction,
      transaction_source: source,
      transaction_description: details.description,
      ...(details.type !== undefined && { type: details.type }),
      created_at: printTrimmed(details.at),
      ...(details.hourStart !== undefined && { hour_start: printTrimmed(details.hourStart) }),
    };
    const at = printMilliseconds(details.at);
    const movement: Movement = {
      provider: "neevcloud",
      account,
      wallet: orgId,
      currency: "USD",
      recordId: row.id,
      kind,
      amount: BigInt(direction === "CREDIT" ? amount : -amount) * 1000n,
      credits: null,
      service: null,
      postedOn: dateOf(details.at),
      incurredOn: dateOf(details.hourStart ?? details.at),
      at,
    };
    planned.push({ timeline: [{ at, row }], movements: [movement] });
  };

  const credit = (source: string, amount: number, details: NeevCloudDetails): void => {
    balances[creditParts[source] ?? "payment"] += amount;
    note("CREDIT", source, amount, creditKinds[source] ?? "unclassified", details);
  };

  /** Takes usage from grants, then earnings, then payments: one row for each part that pays. */
  const charge = (amount: number, details: NeevCloudDetails): void => {
    if (balances.grants + balances.earn + balances.payment < amount) {
      const description = "Automatic payment, card •••• 4242";
      credit("payment", automaticPayment, { at: details.at - second, description, type: `pay_${random.text(14)}` });
    }
    let open = amount;
    for (const part of parts) {
      const taken = Math.min(open, balances[part]);
      if (taken === 0 && !(amount === 0 && part === "payment")) continue;
      balances[part] -= taken;
      open -= taken;
      note("DEBIT", debitSources[part], taken, "usage", details);
    }
  };

  /** Takes from the payments, by the provider's own hand. */
  const correct = (amount: number, details: NeevCloudDetails): void => {
    balances.payment -= amount;
    note("DEBIT", "system", amount, "usage", details);
  };

  return { planned, credit, charge, correct };
}

export type NeevCloudBook = ReturnType<typeof createNeevCloudBook>;
