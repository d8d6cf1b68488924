// @ts-check

/**
 * What things that are gone are perhaps called now. A name is given only where one new thing alone is alike, or of those alike
 * one alone is described in the same words; whether that is so, people judge.
 *
 * @template {{ description?: string, summary?: string }} Thing
 * @param {ReadonlyMap<string, Thing>} before
 * @param {ReadonlyMap<string, Thing>} after
 * @param {(old: Thing, now: Thing) => boolean} isAlike
 * @returns {Map<string, string>} The new names by the old ones.
 */
export function findRenames(before, after, isAlike) {
  const gone = [...before].filter(([name]) => !after.has(name));
  const fresh = [...after].filter(([name]) => !before.has(name));
  const found = gone.flatMap(([name, old]) => {
    const alike = fresh.filter(([, now]) => isAlike(old, now));
    const words = old.description ?? old.summary;
    const described = alike.filter(([, now]) => words !== undefined && words === (now.description ?? now.summary));
    const [only, ...more] = described.length > 0 ? described : alike;
    return only === undefined || more.length > 0 ? [] : [/** @type {[string, string]} */ ([name, only[0]])];
  });
  const taken = found.map(([, now]) => now);
  return new Map(found.filter(([, now]) => taken.indexOf(now) === taken.lastIndexOf(now)));
}
