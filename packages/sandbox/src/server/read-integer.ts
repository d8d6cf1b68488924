/** Reads a query parameter as an integer of a range; null where it is none, the fallback where it is absent. */
export function readInteger(text: string | undefined, fallback: number, low: number, high = Number.MAX_SAFE_INTEGER) {
  if (text === undefined) return fallback;
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
}
