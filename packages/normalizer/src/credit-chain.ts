import type { Big } from "big.js";
import { compareInstants } from "./compare-instants.js";
import { exactDecimal, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";

/** A place where the balance after one transaction is not the balance before the next. */
export interface ChainBreak {
  /** Null where the chain does not begin at nothing. */
  readonly after: { readonly id: string; readonly postedAt: string; readonly credits: Big } | null;
  readonly before: { readonly id: string; readonly postedAt: string; readonly credits: Big };
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
  /** What the month's transactions moved the wallet by, as their balances say. */
  readonly moved: Big;
  add(entry: LedgerEntry, isWithin: boolean): void;
  breaks(): ChainBreak[];
}

interface End {
  readonly id: string;
  readonly postedAt: string;
  readonly credits: Big;
}

/** The ends of one amount that have not met: all of them befores, or all of them afters. */
interface Open {
  readonly side: "before" | "after";
  readonly ends: End[];
}

export function createCreditChain(): CreditChain {
  const open = new Map<string, Open>();
  let length = 0;
  let unstated = 0;
  let moved = zero;

  function meet(side: Open["side"], end: End): void {
    const key = end.credits.toFixed();
    const waiting = open.get(key);
    if (waiting === undefined) open.set(key, { side, ends: [end] });
    else if (waiting.side === side) waiting.ends.push(end);
    else {
      waiting.ends.pop();
      if (waiting.ends.length === 0) open.delete(key);
    }
  }

  function add({ id, postedAt, creditBalances }: LedgerEntry, isWithin: boolean): void {
    if (creditBalances === undefined) {
      unstated += 1;
      return;
    }
    const [before, after] = [exactDecimal(creditBalances.before), exactDecimal(creditBalances.after)];
    if (isWithin) {
      length += 1;
      moved = moved.plus(after.minus(before));
    }
    meet("before", { id, postedAt, credits: before });
    meet("after", { id, postedAt, credits: after });
  }

  function breaks(): ChainBreak[] {
    const endsOf = (side: Open["side"]): End[] =>
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
    add,
    breaks,
  };
}
