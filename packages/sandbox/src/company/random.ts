/** Numbers that look random and are the same on every machine, from a seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True once in `count` times, on average. */
  oneIn(count: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** `length` characters of the alphabet, by default hexadecimal. */
  text(length: number, alphabet?: string): string;
  uuid(): string;
}

/** Makes a generator (mulberry32) whose sequence depends on the seed's text alone. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (low: number, high: number): number => low + (next() % (high - low + 1));
  const text = (length: number, alphabet = "0123456789abcdef"): string => {
    let drawn = "";
    while (drawn.length < length) drawn += alphabet.charAt(next() % alphabet.length);
    return drawn;
  };
  return {
    integer,
    oneIn: (count) => integer(1, count) === 1,
    pick: (values) => values[integer(0, values.length - 1)] ?? values[0],
    text,
    uuid: () => `${text(8)}-${text(4)}-4${text(3)}-${text(1, "89ab")}${text(3)}-${text(12)}`,
  };
}

/** FNV-1a. */
function hash(text: string): number {
  return [...text].reduce((sum, character) => Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);
}
