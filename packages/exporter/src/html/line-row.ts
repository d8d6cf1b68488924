import { amountView } from "./amount.js";
import { type Content, type Element, element } from "./element.js";
import { lineDetails } from "./line-details.js";
import type { LineValues } from "./line-fields.js";
import { shortenedText } from "./shortened-text.js";

/** Longer names are cut in the table, and stand whole among the details. */
const shown = 60;

/** The columns of the table of lines, with the field that each is sorted by. */
export const lineColumns = [
  { label: "Date", sortedBy: "date" },
  { label: "Account", sortedBy: "account" },
  { label: "Kind", sortedBy: "kind" },
  { label: "Service", sortedBy: "service" },
  { label: "Description", sortedBy: "description" },
  { label: "Quantity", sortedBy: "quantity" },
  { label: "Amount", sortedBy: "amount" },
] as const;

export type LineSort = (typeof lineColumns)[number]["sortedBy"];

/** A line as a row; roles are named because a phone's layout would take them from a table. */
export function lineRow(line: LineValues, places: number): Element {
  const { date, provider, account, kind, service, quantity, unit, currency, amount, unsignedAmount } = line;
  return element(
    "tr",
    { role: "row" },
    cell("date", date),
    cell("account", nameView(provider), " ", nameView(account, "muted")),
    cell("kind", kind, line.estimated === null ? null : [" ", element("span", { class: "chip" }, "estimated")]),
    cell("service", nameView(service)),
    cell("description", lineDetails(line)),
    cell("quantity", quantity === null ? null : [amountView(quantity), " ", nameView(unit)]),
    cell(
      "amount",
      amount === null && unsignedAmount !== null
        ? ["±", amountView(unsignedAmount, places)]
        : amountView(amount, places),
      " ",
      element("span", { class: "currency" }, currency),
    ),
  );
}

function nameView(name: string | null, className = ""): Element | null {
  return name === null ? null : element("bdi", { class: className }, shortenedText(name, shown));
}

function cell(name: string, ...content: readonly Content[]): Element {
  return element("td", { role: "cell", class: name }, ...content);
}
