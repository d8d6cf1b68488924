import type { LineValues } from "../line-fields.js";
import type { LineSort } from "../line-row.js";
import { compareDecimals } from "./compare-decimals.js";
import type { SearchedLine } from "./find-lines.js";

export interface LineOrder {
  readonly by: LineSort;
  readonly direction: "ascending" | "descending";
}

type Compare = (a: LineValues, b: LineValues) => number;

const comparisons: Readonly<Record<LineSort, Compare>> = {
  date: byText("date", "postedAt"),
  account: byText("provider", "account", "wallet"),
  kind: byText("kind"),
  service: byText("service", "resource"),
  description: byText("description"),
  quantity: byDecimal("unit", "quantity"),
  amount: byDecimal("currency", "amount"),
};

/** Lines in an order; what is equal stays as it was, and what is not known stands last in either direction. */
export function sortLines(lines: readonly SearchedLine[], { by, direction }: LineOrder): readonly SearchedLine[] {
  const compare = comparisons[by];
  const sign = direction === "ascending" ? 1 : -1;
  const [known, unknown] = [
    lines.filter(({ values }) => values[by] !== null),
    lines.filter(({ values }) => values[by] === null),
  ];
  return [...known.sort((a, b) => sign * compare(a.values, b.values)), ...unknown];
}

function byText(...fields: readonly (keyof LineValues)[]): Compare {
  return (a, b) => {
    for (const field of fields) {
      const [left, right] = [a[field] ?? "", b[field] ?? ""];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

/** Amounts of different currencies, and quantities of different units, have no order among them. */
function byDecimal(measure: "currency" | "unit", field: "amount" | "quantity"): Compare {
  const byMeasure = byText(measure);
  return (a, b) => byMeasure(a, b) || compareDecimals(a[field] ?? "0", b[field] ?? "0");
}
