import { compareInstants } from "./compare-instants.js";

/** A transaction with what the wallet held before and after it, as `decimalText` writes it: equal text is equal credits. */
export interface ChainLink {
  readonly id: string;
  readonly postedAt: string;
  readonly before: string;
  readonly after: string;
}

/** The first or the last transaction of some, whatever the order they are added in. */
export interface ChainEdge {
  add(link: ChainLink): void;
  link(): ChainLink | null;
}

export function createChainEdge(which: "first" | "last"): ChainEdge {
  /** Several may be of one instant: the chain then says which comes first. */
  let tied: ChainLink[] = [];
  return {
    add(link) {
      const [known] = tied;
      const order = known === undefined ? 0 : compareInstants(link.postedAt, known.postedAt);
      if (order === 0) tied.push(link);
      else if (order < 0 === (which === "first")) tied = [link];
    },
    link() {
      const isOutermost = (link: ChainLink): boolean =>
        tied.every((other) => other === link || !(which === "first" ? follows(link, other) : follows(other, link)));
      const sorted = [...tied].sort((a, b) => (a.id < b.id ? -1 : 1));
      return sorted.find(isOutermost) ?? sorted[0] ?? null;
    },
  };
}

function follows(link: ChainLink, other: ChainLink): boolean {
  return link.before === other.after;
}
