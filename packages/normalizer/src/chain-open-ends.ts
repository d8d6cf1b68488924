import type { ChainLink } from "./chain-edge.js";
import { compareInstants } from "./compare-instants.js";
import type { ChainBreak } from "./credit-chain.js";
import { type Position, positions } from "./position.js";

interface OpenEnd {
  readonly link: ChainLink;
  readonly position: Position;
}

/** The balances that no later transaction began with, and those that no earlier one left. */
export interface OpenEnds {
  add(link: ChainLink, position: Position): void;
  /** The breaks whose later side lies in the month. */
  breaks(): ChainBreak[];
}

export function createOpenEnds(): OpenEnds {
  const befores = new Map<string, OpenEnd[]>();
  const afters = new Map<string, OpenEnd[]>();

  function add(link: ChainLink, position: Position): void {
    const end = { link, position };
    if (link.before === link.after) return;
    meet(link.before, end, befores, afters, (other) => compareInstants(other.postedAt, link.postedAt) <= 0);
    meet(link.after, end, afters, befores, (other) => compareInstants(other.postedAt, link.postedAt) >= 0);
  }

  function breaks(): ChainBreak[] {
    const sorted = (ends: ReadonlyMap<string, OpenEnd[]>): OpenEnd[] =>
      [...ends.values()].flat().sort((a, b) => compareInstants(a.link.postedAt, b.link.postedAt));
    const left = sorted(afters);
    return sorted(befores)
      .filter(({ position }) => position === positions.within)
      .map(({ link }) => ({
        after: left.findLast(({ link: other }) => compareInstants(other.postedAt, link.postedAt) <= 0)?.link ?? null,
        before: link,
      }));
  }

  return { add, breaks };
}

function meet(
  balance: string,
  end: OpenEnd,
  own: Map<string, OpenEnd[]>,
  opposite: Map<string, OpenEnd[]>,
  fits: (other: ChainLink) => boolean,
): void {
  const waiting = opposite.get(balance) ?? [];
  const index = waiting.findLastIndex(({ link }) => fits(link));
  if (index === -1) {
    const ends = own.get(balance);
    if (ends === undefined) own.set(balance, [end]);
    else ends.push(end);
    return;
  }
  waiting.splice(index, 1);
  if (waiting.length === 0) opposite.delete(balance);
}
