import { createHash } from "node:crypto";

/** Numbers from 0 up to 1, always the same ones for a seed. */
export function seededChance(seed: string): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash("sha256").update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}
