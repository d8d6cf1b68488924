import { dateOf, printMilliseconds, printTrimmed } from "../instant.js";
import type { Movement, MovementKind } from "../movement.js";
import { formatNanos } from "../nanos.js";
import type { State, Timeline } from "../timeline.js";
import { type CreditLot, consumeCredits } from "./credit-lots.js";
import type { FlexpriceTransaction } from "./transaction.js";
import { createTransactionRow, type Direction, type FlexpriceDetails, worthOf } from "./transaction-row.js";
import type { FlexpriceTerms } from "./wallet-terms.js";

/** Keeps one wallet in credits: every transaction with its balances before and after, and the credits left of each lot. */
export function createFlexpriceBook(terms: FlexpriceTerms) {
  const timelines = new Map<string, [State<FlexpriceTransaction>, ...State<FlexpriceTransaction>[]]>();
  const movements: Movement[] = [];
  const lots: CreditLot[] = [];
  let balance = 0n;

  const show = (time: number, row: FlexpriceTransaction): FlexpriceTransaction => {
    const state = { at: printMilliseconds(time), row };
    const states = timelines.get(row.id);
    if (states === undefined) timelines.set(row.id, [state]);
    else states.push(state);
    return row;
  };
  const change = (id: string, time: number, fields: Partial<FlexpriceTransaction>): FlexpriceTransaction => {
    const row = timelines.get(id)?.at(-1)?.row;
    if (row === undefined) throw new RangeError(`the plan has no transaction ${id}`);
    return show(time, { ...row, ...fields, updated_at: printTrimmed(time) });
  };
  const showLots = (time: number, touched: readonly CreditLot[]): void => {
    for (const { id, available } of touched) change(id, time, { credits_available: formatNanos(available) });
  };
  const create = (
    direction: Direction,
    status: FlexpriceTransaction["transaction_status"],
    details: FlexpriceDetails,
  ) => {
    const moved = status !== "completed" ? 0n : direction === "credit" ? details.credits : -details.credits;
    const balances = { before: balance, after: balance + moved };
    return show(details.at, createTransactionRow(terms, direction, status, details, balances));
  };
  /** Moves the balance, and notes what the row means. */
  const move = (row: FlexpriceTransaction, time: number, kind: MovementKind, credits: bigint): void => {
    const sign = row.type === "credit" ? 1n : -1n;
    balance += sign * credits;
    movements.push({
      provider: "flexprice",
      account: terms.account,
      wallet: terms.walletId,
      currency: terms.currency.toUpperCase(),
      recordId: row.id,
      kind,
      amount: sign * worthOf(credits, row.type, terms),
      credits: sign * credits,
      service: null,
      postedOn: dateOf(time),
      incurredOn: dateOf(time),
      at: printMilliseconds(time),
    });
  };
  const receive = (row: FlexpriceTransaction, time: number, details: FlexpriceDetails): void => {
    move(row, time, details.kind, details.credits);
    const { priority = Infinity, expiry = Infinity, credits } = details;
    lots.push({ id: row.id, priority, expiry, available: credits });
  };

  return {
    /** Puts credits in; gives the transaction's id. */
    credit: (details: FlexpriceDetails): string => {
      const row = create("credit", "completed", details);
      receive(row, details.at, details);
      return row.id;
    },
    debit: (details: FlexpriceDetails): void => {
      const row = create("debit", "completed", details);
      showLots(details.at, consumeCredits(lots, details.credits));
      move(row, details.at, details.kind, details.credits);
    },
    /** A purchase on invoice that nobody has paid yet; gives the transaction's id. */
    pend: (details: FlexpriceDetails): string => create("credit", "pending", details).id,
    /** The invoice is paid: the row keeps its creation, and its balances are written anew. */
    complete: (id: string, details: FlexpriceDetails, time: number): void => {
      const row = change(id, time, {
        transaction_status: "completed",
        credit_balance_before: formatNanos(balance),
        credit_balance_after: formatNanos(balance + details.credits),
        credits_available: formatNanos(details.credits),
      });
      receive(row, time, details);
    },
    fail: (direction: Direction, details: FlexpriceDetails): void => {
      create(direction, "failed", details);
    },
    /** Takes what is left of a lot out of the wallet; nothing where it is used up. */
    expire: (lotId: string, at: number): void => {
      const lot = lots.find(({ id }) => id === lotId);
      if (lot === undefined || lot.available === 0n) return;
      const description = "Credits expired unused";
      const details = { at, reason: "CREDIT_EXPIRED", kind: "expiry", credits: lot.available, description } as const;
      const row = create("debit", "completed", { ...details, reference: ["REQUEST", lotId] });
      lot.available = 0n;
      showLots(at, [lot]);
      move(row, at, "expiry", details.credits);
    },
    balance: (): bigint => balance,
    /** What is left of the lots up to a priority. */
    available: (priority: number): bigint =>
      lots.reduce((sum, lot) => (lot.priority <= priority ? sum + lot.available : sum), 0n),
    movements,
    timelines: (): Timeline<FlexpriceTransaction>[] => [...timelines.values()],
  };
}

export type FlexpriceBook = ReturnType<typeof createFlexpriceBook>;
