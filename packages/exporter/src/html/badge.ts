import type { Check, Verdict } from "@spendbook/normalizer";
import { type Element, element } from "./element.js";
import { outcomeWords } from "./words.js";

type Tone = "good" | "fair" | "open" | "bad";

/** A drawing of its own for each tone, so that it is known without its colour. */
const drawings: Readonly<Record<Tone, string>> = {
  good: "M3 8.5 6.5 12 13 4.5",
  fair: "M2.5 6.5c1.8-2 3.6-2 5.5-.5s3.7 1.5 5.5-.5M2.5 11c1.8-2 3.6-2 5.5-.5s3.7 1.5 5.5-.5",
  open: "M5 5.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2M8 12.8v.4",
  bad: "M4 4l8 8M12 4l-8 8",
};

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  proved: "good",
  explained: "fair",
  unproved: "open",
  broken: "bad",
};

const outcomeTones: Readonly<Record<Check["outcome"], Tone>> = {
  agrees: "good",
  explained: "fair",
  missing: "open",
  differs: "bad",
};

export function verdictBadge(verdict: Verdict): Element {
  return badge(verdict, verdictTones[verdict]);
}

export function outcomeBadge(outcome: Check["outcome"]): Element {
  return badge(outcomeWords[outcome].toLowerCase(), outcomeTones[outcome]);
}

function badge(word: string, tone: Tone): Element {
  return element(
    "span",
    { class: `badge ${tone}` },
    element(
      "svg",
      { viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
      element("path", { d: drawings[tone] }),
    ),
    word,
  );
}
