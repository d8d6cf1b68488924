import { awkwardTexts } from "../awkward-texts.js";
import type { Random } from "../random.js";

/** A key of the account, with its ids in both wire forms. */
export interface AccessKey {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly number: number;
}

/** The account's keys: three of the applications', and those that people have named as they liked. */
export function createAccessKeys(random: Random): [AccessKey, ...AccessKey[]] {
  const keyOf = (name: string, index: number): AccessKey => ({
    id: `77730_17769469866927${random.text(5, "0123456789")}`,
    uuid: random.text(32),
    name,
    number: 35 + index,
  });
  return [keyOf("studio", 0), ...["preview", "batch", ...awkwardTexts].map((name, index) => keyOf(name, index + 1))];
}
