import { decimalText, money, sum } from "@spendbook/normalizer";

/** The exact sum of decimal texts; null adds nothing. */
export function sumTexts(texts: Iterable<string | null | undefined>): string {
  const amounts = [...texts].filter((text) => typeof text === "string").map((text) => money(text, "USD"));
  return decimalText(sum(amounts, "USD"));
}
