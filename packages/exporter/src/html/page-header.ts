import type { Statement } from "@spendbook/normalizer";
import { type Content, type Element, element } from "./element.js";
import { instantView, monthText } from "./instant-text.js";
import { accountText } from "./wallet-name.js";
import { basisMeanings } from "./words.js";

/** What the statement is of, how it was made, whether it may still change, and what it is not. */
export function pageHeader(statement: Statement): Element {
  const { month, timezone, basis, asOf, status, notice } = statement;
  const facts: readonly (readonly [string, Content])[] = [
    ["Time zone", timezone],
    ["Basis", [element("strong", {}, basis), `: ${basisMeanings[basis]}`]],
    ["Evidence up to", asOf === null ? "nothing was collected yet" : instantView(asOf)],
    [status === "closed" ? "Closed as" : "Status", statusOf(statement)],
  ];
  return element(
    "header",
    { class: "page-header" },
    element(
      "div",
      {},
      element("p", { class: "overline" }, "Statement of prepaid AI-cloud wallets"),
      element("h1", {}, monthText(month)),
      element("p", { class: "notice" }, notice),
    ),
    element("p", { class: "stamps" }, stamps(statement)),
    element(
      "dl",
      { class: "facts" },
      facts.map(([name, fact]) => element("div", {}, element("dt", {}, name), element("dd", {}, fact))),
    ),
  );
}

/** A partial wallet is named at the top, because its figures are not the whole month's. */
function stamps({ status, wallets }: Statement): Content {
  return [
    element("span", { class: `stamp ${status}` }, status === "closed" ? "Closed" : "Draft"),
    wallets.some(({ completeness }) => completeness === "partial")
      ? [" ", element("span", { class: "stamp incomplete" }, "Incomplete")]
      : null,
  ];
}

function statusOf({ status, numbers }: Statement): Content {
  if (status === "draft") return "draft: the next collection may change it";
  if (numbers.length === 0) return "closed, without a number";
  return element(
    "ul",
    { class: "plain" },
    numbers.map((each) =>
      element(
        "li",
        {},
        element("bdi", {}, accountText(each)),
        ` no. ${each.number}`,
        each.revision === 1 ? null : `, revision ${each.revision}`,
      ),
    ),
  );
}
