/** What DECIMAL(38, 18) holds: the widest decimal that every query engine has, with twenty digits before the point. */
export const decimalPrecision = 38;
export const decimalScale = 18;

/** The whole number of 10⁻¹⁸ in a plain decimal text; null where there is no text, or it has more digits than fit. */
export function decimalValue(text: string | null): bigint | null {
  const [, sign, whole = "", places = ""] = /^(-?)0*(\d+?)(?:\.(\d+?)0*)?$/.exec(text ?? "") ?? [];
  if (whole === "" || places.length > decimalScale || whole.length > decimalPrecision - decimalScale) return null;
  return BigInt(`${sign}${whole}${places.padEnd(decimalScale, "0")}`);
}
