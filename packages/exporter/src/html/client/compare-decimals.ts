/** −, 0 or + as one exact decimal text, without zeros that say nothing, is less than, equal to or greater than another. */
export function compareDecimals(a: string, b: string): number {
  const [isBelowA, isBelowB] = [a.startsWith("-"), b.startsWith("-")];
  if (isBelowA !== isBelowB) return isBelowA ? -1 : 1;
  return isBelowA ? compareSizes(b.slice(1), a.slice(1)) : compareSizes(a, b);
}

function compareSizes(a: string, b: string): number {
  const difference = wholeLength(a) - wholeLength(b);
  if (difference !== 0 || a === b) return difference;
  // The points stand at the same place, so digits compare as texts do: "2.05" before "2.5", "2" before both.
  return a < b ? -1 : 1;
}

function wholeLength(decimal: string): number {
  const point = decimal.indexOf(".");
  return point === -1 ? decimal.length : point;
}
