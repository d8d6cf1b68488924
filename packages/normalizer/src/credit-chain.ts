import type { Big } from "big.js";
import { type ChainLink, createChainEdge } from "./chain-edge.js";
import { createOpenEnds } from "./chain-open-ends.js";
import { createChainTally } from "./chain-tally.js";
import { exactDecimal, zero } from "./exact-decimal.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { type Position, positions } from "./position.js";

/** A place where the balance after one transaction is not the balance before the next. */
export interface ChainBreak {
  /** Null where the chain does not begin at nothing. */
  readonly after: ChainLink | null;
  readonly before: ChainLink;
}

/**
 * The chain of a wallet's transactions: each begins with the credits that the one before left. Added in the order of
 * time it keeps a few of them only; in any other order it finds the same breaks, and may name other transactions.
 */
export interface CreditChain {
  /** Transactions of the month, and how many of any month do not state their balances. */
  readonly length: number;
  readonly unstated: number;
  /** What the month's transactions moved the wallet by, as their balances say, and by their own credits. */
  readonly moved: Big;
  readonly recorded: Big | null;
  add(entry: LedgerEntry, position: Position, credits: Big | null): void;
  /** Whether every balance before is some other's balance after, from nothing to the newest. */
  isWhole(): boolean;
  /** What is missing within the month, and between it and what came before, in credits. */
  gap(): Big;
  /** The places of the month where it breaks, by time, as far as they can be told. */
  breaks(): readonly ChainBreak[];
}

export function createCreditChain(): CreditChain {
  const tally = createChainTally();
  const openEnds = createOpenEnds();
  const [previous, first, last] = [createChainEdge("last"), createChainEdge("first"), createChainEdge("last")];
  let length = 0;
  let unstated = 0;
  let moved = zero;
  let recorded: Big | null = zero;

  function add(entry: LedgerEntry, position: Position, credits: Big | null): void {
    const { id, postedAt, creditBalances, corrects } = entry;
    if (creditBalances === undefined) {
      if (corrects === null) unstated += 1;
      return;
    }
    const { before, after } = creditBalances;
    const link = { id, postedAt, before, after };
    tally.add(link, corrects !== null);
    // A correction stands in another month than its transaction.
    if (corrects !== null) return;
    openEnds.add(link, position);
    if (position < positions.within) previous.add(link);
    if (position !== positions.within) return;
    first.add(link);
    last.add(link);
    length += 1;
    moved = moved.plus(exactDecimal(after)).minus(before);
    recorded = credits === null ? null : (recorded?.plus(credits) ?? null);
  }

  function gap(): Big {
    const [from, to] = [first.link(), last.link()];
    if (from === null || to === null) return zero;
    // Within the month: to.after − from.before − moved; before it: from.before − what was left.
    return exactDecimal(to.after)
      .minus(moved)
      .minus(previous.link()?.after ?? "0");
  }

  function breaks(): readonly ChainBreak[] {
    const from = first.link();
    const left = previous.link();
    const isJoined = from === null || from.before === (left?.after ?? "0");
    const joint = isJoined ? [] : [{ after: left, before: from }];
    return [...joint, ...openEnds.breaks().filter(({ before }) => before.id !== from?.id)];
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
    isWhole: tally.isWhole,
    gap,
    breaks,
  };
}
