import type { ChainLink } from "./chain-edge.js";

/** How often each balance stands after a transaction more than before one. */
type Tally = Map<string, number>;

/** Whether a chain is whole, whatever the order in which its transactions are added. */
export interface ChainTally {
  /** @param isCorrection a late record fills the gap that it left; a later state of one stands in it already */
  add(link: ChainLink, isCorrection: boolean): void;
  isWhole(): boolean;
}

export function createChainTally(): ChainTally {
  const tally: Tally = new Map();
  const corrections: ChainLink[] = [];
  return {
    add(link, isCorrection) {
      if (isCorrection) corrections.push(link);
      else count(tally, link);
    },
    isWhole() {
      if (isChain(tally)) return true;
      if (corrections.length === 0) return false;
      const corrected = new Map(tally);
      for (const link of corrections) count(corrected, link);
      return isChain(corrected);
    },
  };
}

function count(tally: Tally, { before, after }: ChainLink): void {
  for (const [balance, change] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const times = (tally.get(balance) ?? 0) + change;
    if (times === 0) tally.delete(balance);
    else tally.set(balance, times);
  }
}

/** It begins with nothing and ends with any balance; where that is nothing too, all balances meet. */
function isChain(tally: Tally): boolean {
  if (tally.size === 0) return true;
  return tally.size === 2 && tally.get("0") === -1 && [...tally.values()].includes(1);
}
