import { add, isZero, type Money, round, subtract, sum } from "@spendbook/normalizer";
import { createCarryRounding } from "../carry-rounding.js";
import { currencyPlaces } from "../currency-places.js";
import type { Journal } from "../journal.js";
import { lastDay } from "../month-dates.js";
import type { WalletKey } from "../movement.js";
import { stableId } from "../stable-id.js";
import type { Posting } from "../transaction.js";
import { isPurchase } from "./tax-treatment.js";

/** What was bought of a supplier from one wallet in a month. */
export interface Bill extends WalletKey {
  /** The same for the same wallet, month and vendor. */
  readonly number: string;
  /** The supplier's name in the books; null where the mapping gives none. */
  readonly vendor: string | null;
  readonly lines: readonly BillLine[];
}

export interface BillLine {
  /** Null on the line for rounding. */
  readonly service: string | null;
  readonly account: string;
  readonly costCentre: string | null;
  readonly taxTreatment: string | null;
  readonly records: number;
  readonly isRounding: boolean;
  /** In the currency's minor unit; what was bought is positive. */
  readonly amount: Money;
}

/**
 * A bill for each wallet and vendor. Its lines are rounded each by itself, and what they miss the bill's total by has a
 * line of its own; all bills in a currency sum to the statement's spending and fees, rounded.
 */
export function createBills({ transactions, statement, chart }: Journal): Bill[] {
  const bills = new Map<string, { bill: Omit<Bill, "lines">; postings: Posting[] }>();
  for (const { provider, account, wallet, currency, postings } of transactions)
    for (const posting of postings.filter(isPurchase)) {
      const vendor = posting.movement?.vendor ?? null;
      const number = stableId(lastDay(statement.month), ["bill", provider, account, wallet, currency, vendor]);
      const group = bills.get(number) ?? {
        bill: { provider, account, wallet, currency, vendor, number },
        postings: [],
      };
      bills.set(number, group);
      group.postings.push(posting);
    }
  const totals = new Map<string, (amount: Money) => Money>();
  return [...bills.values()].flatMap(({ bill, postings }) => {
    const { currency } = bill;
    const total = totals.get(currency) ?? createCarryRounding<string>(currency, currencyPlaces(currency));
    totals.set(currency, total);
    const lines = linesOf(postings, currency);
    const exact = postings.map(({ amount }) => amount);
    const residue = subtract(
      total(sum(exact, currency)),
      sum(
        lines.map(({ amount }) => amount),
        currency,
      ),
    );
    const rounding = { ...noLine, account: chart.rounding, amount: residue };
    const written = [...lines, rounding].filter(({ amount }) => !isZero(amount));
    return written.length === 0 ? [] : [{ ...bill, lines: written }];
  });
}

const noLine = { service: null, costCentre: null, taxTreatment: null, records: 0, isRounding: true };

/** The month's lines, a coding and service each. */
function linesOf(postings: readonly Posting[], currency: string): BillLine[] {
  const lines = new Map<string, BillLine>();
  for (const { account, amount, movement } of postings) {
    const { service = null, costCentre = null, taxTreatment = null, records = 0 } = movement ?? {};
    const key = JSON.stringify([account, costCentre, taxTreatment, service]);
    const line = lines.get(key);
    lines.set(key, {
      ...{ service, account, costCentre, taxTreatment, isRounding: false },
      records: (line?.records ?? 0) + records,
      amount: line === undefined ? amount : add(line.amount, amount),
    });
  }
  return [...lines.values()].map((line) => ({
    ...line,
    amount: round(line.amount, currencyPlaces(currency), "half-even"),
  }));
}
