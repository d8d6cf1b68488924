const scale = 1_000_000_000n;

/** Reads a decimal number of at most nine places as billionths: the unit of every plan, so that sums are integer sums. */
export function nanos(text: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (whole === "") throw new TypeError(`${JSON.stringify(text)} is not a decimal number of at most nine places`);
  const value = BigInt(whole) * scale + BigInt(fraction.padEnd(9, "0"));
  return sign === "-" ? -value : value;
}

/** Prints billionths as a decimal number with at least `places` decimals and no needless zero after them. */
export function formatNanos(value: bigint, places = 0): string {
  const digits = String(value < 0n ? -value : value).padStart(10, "0");
  const fraction = digits.slice(-9).replace(/0+$/, "").padEnd(places, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -9)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Multiplies two numbers of billionths; throws where the product has more than nine places. */
export function multiplyNanos(left: bigint, right: bigint): bigint {
  const product = left * right;
  if (product % scale !== 0n) throw new RangeError(`${formatNanos(left)} × ${formatNanos(right)} has too many places`);
  return product / scale;
}
