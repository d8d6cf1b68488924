import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { exactDecimal, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";

/** What the wallet held before or after a transaction. */
export interface ChainEnd {
  readonly id: string;
  readonly postedAt: string;
  readonly credits: Big;
}

/** A place where the balance after one transaction is not the balance before the next. */
export interface ChainBreak {
  /** Null where the chain does not begin at nothing. */
  readonly after: ChainEnd | null;
  readonly before: ChainEnd;
}

/**
 * The chain of a wallet's transactions: each begins with the credits that the one before left. Every balance after must
 * meet an equal balance before, whatever order they are added in; what is left over are the chain's ends and its breaks.
 * Added in the order of time it keeps a few of them only.
 */
export interface CreditChain {
  /** Transactions of the month, and how many of any month do not state their balances. */
  readonly length: number;
  readonly unstated: number;
  /** What the month's transactions moved the wallet by, as their balances say, and by their own credits. */
  readonly moved: Big;
  readonly recorded: Big | null;
  add(entry: LedgerEntry, isWithin: boolean, credits: Big | null): void;
  breaks(): ChainBreak[];
}

type Side = "before" | "after";

/** The ends of one amount that have not met: all of them befores, or all of them afters. */
interface Open {
  readonly side: Side;
  readonly ends: ChainEnd[];
}

export function createCreditChain(): CreditChain {
  const open = new Map<string, Open>();
  /** A late record fills the gap that it left; a later state of one that was there stands in it already. */
  const corrections: { readonly side: Side; readonly end: ChainEnd }[] = [];
  let length = 0;
  let unstated = 0;
  let moved = zero;
  let recorded: Big | null = zero;

  function add(entry: LedgerEntry, isWithin: boolean, credits: Big | null): void {
    const { id, postedAt, creditBalances, corrects } = entry;
    if (creditBalances === undefined) {
      if (corrects === null) unstated += 1;
      return;
    }
    const before = { id, postedAt, credits: exactDecimal(creditBalances.before) };
    const after = { id, postedAt, credits: exactDecimal(creditBalances.after) };
    if (corrects !== null) {
      corrections.push({ side: "before", end: before }, { side: "after", end: after });
      return;
    }
    if (isWithin) {
      length += 1;
      moved = moved.plus(after.credits.minus(before.credits));
      recorded = credits === null ? null : (recorded?.plus(credits) ?? null);
    }
    meet(open, "before", before);
    meet(open, "after", after);
  }

  function breaks(): ChainBreak[] {
    const found = breaksOf(open);
    if (found.length === 0 || corrections.length === 0) return found;
    const corrected = new Map([...open].map(([key, { side, ends }]) => [key, { side, ends: [...ends] }]));
    for (const { side, end } of corrections) meet(corrected, side, end);
    const rest = breaksOf(corrected);
    return rest.length < found.length ? rest : found;
  }

  return {
    get length() {
      return length;
    },
    get unstated() {
      return unstated;
    },
    get moved() {
      return moved;
    },
    get recorded() {
      return recorded;
    },
    add,
    breaks,
  };
}

function meet(open: Map<string, Open>, side: Side, end: ChainEnd): void {
  const key = end.credits.toFixed();
  const waiting = open.get(key);
  if (waiting === undefined) open.set(key, { side, ends: [end] });
  else if (waiting.side === side) waiting.ends.push(end);
  else {
    waiting.ends.pop();
    if (waiting.ends.length === 0) open.delete(key);
  }
}

function breaksOf(open: ReadonlyMap<string, Open>): ChainBreak[] {
  const endsOf = (side: Side): ChainEnd[] =>
    [...open.values()]
      .flatMap((each) => (each.side === side ? each.ends : []))
      .sort((a, b) => compareInstants(a.postedAt, b.postedAt) || (a.id < b.id ? -1 : 1));
  // A chain that comes back to its beginning leaves no end open.
  const [first, ...befores] = endsOf("before");
  const afters = endsOf("after");
  if (first === undefined) return [];
  const found = befores.flatMap((before, index): ChainBreak[] => {
    const after = afters[index];
    return after === undefined ? [] : [{ after, before }];
  });
  return first.credits.eq("0") ? found : [{ after: null, before: first }, ...found];
}
