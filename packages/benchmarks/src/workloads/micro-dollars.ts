/** What the wallets are filled with at the beginning of the month, in micro-dollars: more than any workload spends. */
export const topUp = 100_000_000_000;

/** The charge of record `index`: 0.001 to 0.091 US dollars, in whole micro-dollars. */
export function chargeOf(index: number): number {
  return 1_000 + ((index * 7_919) % 90_001);
}

/** Whole micro-dollars as decimal text in US dollars, without trailing zeros. */
export function dollars(microDollars: number): string {
  if (!Number.isSafeInteger(microDollars) || microDollars < 0)
    throw new RangeError(`${microDollars} is no whole number of micro-dollars`);
  const digits = String(microDollars).padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "") || "0";
}
