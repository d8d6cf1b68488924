/** −, 0 or + as one exact decimal text is less than, equal to or greater than another. */
export function compareDecimals(a: string, b: string): number {
  const [isBelowA, isBelowB] = [a.startsWith("-"), b.startsWith("-")];
  if (isBelowA !== isBelowB) return isBelowA ? -1 : 1;
  return isBelowA ? compareSizes(b.slice(1), a.slice(1)) : compareSizes(a, b);
}

function compareSizes(a: string, b: string): number {
  const [wholeA = "", fractionA = ""] = a.split(".");
  const [wholeB = "", fractionB = ""] = b.split(".");
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  // Digits after the point compare as texts do: "05" before "5".
  return fractionA === fractionB ? 0 : fractionA < fractionB ? -1 : 1;
}
