import type { Evidence, WalletStatement } from "@spendbook/normalizer";
import { amountView } from "./amount.js";
import { type Content, type Element, element } from "./element.js";
import { counted } from "./group-digits.js";
import { instantView } from "./instant-text.js";
import { methodMeanings } from "./words.js";

/** What a wallet's opening and closing rest on, in words and figures. */
export function evidenceList({ openingEvidence, closingEvidence }: WalletStatement): Content {
  return [
    element("h4", {}, "Evidence"),
    element(
      "dl",
      { class: "stacked" },
      element("div", {}, element("dt", {}, "Opening"), element("dd", {}, evidenceView(openingEvidence))),
      element("div", {}, element("dt", {}, "Closing"), element("dd", {}, evidenceView(closingEvidence))),
    ),
  ];
}

function evidenceView(evidence: Evidence | null): Content {
  if (evidence === null) return element("span", { class: "unknown" }, "none: it is not known");
  const { method, balance, takenAt, moved, entries } = evidence;
  return [
    `${methodMeanings[method]}.`,
    balance === null && takenAt === null ? null : stated(balance, takenAt),
    moved === null ? null : [" Moved in between: ", amountView(moved), "."],
    entries === 0 ? null : ` ${counted(entries, "record")} used.`,
  ];
}

function stated(balance: string | null, takenAt: string | null): readonly (Element | string)[] {
  return [" Balance ", amountView(balance), ...(takenAt === null ? [] : [" at ", instantView(takenAt)]), "."];
}
