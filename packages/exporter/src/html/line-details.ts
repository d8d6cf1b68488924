import { amountView } from "./amount.js";
import { type Content, type Element, element } from "./element.js";
import { instantView } from "./instant-text.js";
import { type LineField, type LineValues, lineFieldNames, lineFields } from "./line-fields.js";
import { shortenedText } from "./shortened-text.js";

/** Longer texts are cut in the table, which says so, and stand whole among the details. */
const shown = 160;

const instants = new Set<LineField>(["postedAt", "periodStart", "periodEnd"]);
const amounts = new Set<LineField>(["amount", "unsignedAmount", "listAmount", "functionalAmount", "quantity"]);

/** A line's description, which opens to everything that is known of it. */
export function lineDetails(line: LineValues): Element {
  return element(
    "details",
    {},
    element("summary", {}, element("bdi", {}, summaryOf(line))),
    element(
      "dl",
      {},
      lineFieldNames.flatMap((field) => {
        const value = line[field];
        return value === null
          ? []
          : [element("div", {}, element("dt", {}, lineFields[field]), element("dd", {}, valueView(field, value)))];
      }),
    ),
  );
}

function valueView(field: LineField, value: string): Content {
  if (instants.has(field)) return instantView(value);
  if (amounts.has(field)) return amountView(value);
  return element("bdi", {}, value);
}

function summaryOf({ description }: LineValues): string {
  return description === null || description.trim() === "" ? "—" : shortenedText(description, shown);
}
