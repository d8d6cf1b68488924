import type { Check } from "@spendbook/normalizer";
import { amountView } from "./amount.js";
import { outcomeBadge } from "./badge.js";
import { type Element, element } from "./element.js";
import { checkNames } from "./words.js";

/** Every comparison of two independent figures, with both figures and what it means. */
export function checkList(checks: readonly Check[]): Element {
  return element(
    "ul",
    { class: "checks" },
    checks.map(({ name, outcome, stated, found, difference, unit, note }) =>
      element(
        "li",
        {},
        element("p", { class: "check-name" }, outcomeBadge(outcome), " ", checkNames[name]),
        element(
          "p",
          { class: "check-figures" },
          "Stated ",
          amountView(stated),
          ", found ",
          amountView(found),
          ` ${unit}`,
          difference === null || !/[1-9]/.test(difference) ? "." : [": difference ", amountView(difference), "."],
        ),
        element("p", { class: "muted" }, note),
      ),
    ),
  );
}
