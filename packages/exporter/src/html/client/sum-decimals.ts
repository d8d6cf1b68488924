/** The exact sum of decimal texts. */
export function sumDecimals(decimals: readonly string[]): string {
  const places = decimals.reduce((most, each) => Math.max(most, (each.split(".")[1] ?? "").length), 0);
  const sum = decimals.reduce((total, each) => total + scaled(each, places), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
}

function scaled(decimal: string, places: number): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(`${whole}${fraction.padEnd(places, "0")}`);
}
