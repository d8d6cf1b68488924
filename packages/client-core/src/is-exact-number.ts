/**
 * Whether the double read from a JSON number token still has the printed value:
 * its shortest decimal form (what `String` gives) equals the token as a decimal.
 */
export function isExactNumber(token: string): boolean {
  const value = Number(token);
  return Number.isFinite(value) && canonical(String(value)) === canonical(token);
}

/** Digits without leading and trailing zeros, and the exponent of the last digit. */
function canonical(token: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
