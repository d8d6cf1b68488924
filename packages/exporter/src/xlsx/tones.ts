import type { Check, Verdict } from "@spendbook/normalizer";
import { type WorkbookCell, writtenCell } from "./cells.js";
import { type Tone, toneStyles } from "./styles.js";

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  proved: "good",
  explained: "told",
  unproved: "open",
  broken: "bad",
};

export const outcomeTones: Readonly<Record<Check["outcome"], Tone>> = {
  agrees: "good",
  explained: "told",
  missing: "open",
  differs: "bad",
};

/** What each verdict means, from the best to the worst. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  proved: "two independent figures agree to the last digit",
  explained: "agrees with the differences that are listed",
  unproved: "not enough evidence; the notes say what is missing",
  broken: "the evidence disagrees; the difference is shown",
};

/** A word in the color of what it means. */
export function tonedCell(word: string, tone: Tone): WorkbookCell {
  return writtenCell(word, toneStyles[tone]);
}
