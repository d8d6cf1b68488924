import { compareInstants } from "./compare-instants.js";
import type { CutOffLine } from "./statement.js";

/** How many rows a statement lists. */
export const listedCutOffLines = 10_000;

/** The rows that belong to two months: the first by posting are kept, whatever the order they come in. */
export interface CutOffList {
  add(line: CutOffLine): void;
  lines(): readonly CutOffLine[];
}

export function createCutOffList(): CutOffList {
  const kept: CutOffLine[] = [];

  function keepFirst(): void {
    kept.sort((a, b) => compareInstants(a.postedAt, b.postedAt) || (a.entryId < b.entryId ? -1 : 1));
    kept.length = Math.min(kept.length, listedCutOffLines);
  }

  return {
    add(line) {
      kept.push(line);
      if (kept.length >= 2 * listedCutOffLines) keepFirst();
    },
    lines() {
      keepFirst();
      return [...kept];
    },
  };
}
