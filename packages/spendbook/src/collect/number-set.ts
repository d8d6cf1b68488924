/** Numbers of one word: the engine keeps words of so many bits without an object for each. */
const wordSize = 30;

/**
 * A set of whole numbers from 0, of which near ones are the rule: a bit for each, so that a million take 2 MB where a
 * set of texts takes 125 MB.
 */
export class NumberSet {
  readonly #words = new Map<number, number>();
  size = 0;

  add(number: number): void {
    const key = Math.floor(number / wordSize);
    const before = this.#words.get(key) ?? 0;
    const after = before | (1 << (number % wordSize));
    if (after === before) return;
    this.#words.set(key, after);
    this.size += 1;
  }
}
