import { decimalText, money, sum } from "@spendbook/normalizer";

/** The exact sum of decimal texts of one currency; what is unknown is left out. */
export function exactSum(texts: readonly (string | null)[]): string {
  // ISO 4217's code for no currency: the caller has seen to it that there is but one.
  const amounts = texts.flatMap((text) => (text === null ? [] : [money(text, "XXX")]));
  return decimalText(sum(amounts, "XXX"));
}
