import type { CodingTotal, Statement } from "@spendbook/normalizer";
import { bySpend } from "./by-spend.js";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { countText } from "./group-digits.js";
import { section } from "./section.js";

/** Spend by place in the books; nothing where there is no mapping. */
export function codingSection({ byCoding }: Statement): Element | null {
  if (byCoding.length === 0) return null;
  return section(
    "books",
    "Spend by account in the books",
    bySpend(byCoding).map(({ currency, rows }) =>
      dataTable<CodingTotal>({
        caption: `Spend by account and cost centre, ${currency}`,
        captionShown: true,
        isWide: true,
        asCards: true,
        columns: [
          { label: "Account", content: ({ code }) => stated(code, "not assigned") },
          { label: "Cost centre", content: ({ costCentre }) => stated(costCentre) },
          { label: "Tax treatment", content: ({ taxTreatment }) => stated(taxTreatment) },
          { label: "Vendor", content: ({ vendor }) => stated(vendor) },
          { label: "Spend", amount: ({ spend }) => spend },
          { label: "Lines", className: "number", content: ({ lines }) => countText(lines) },
        ],
        rows,
      }),
    ),
  );
}

function stated(text: string | null, otherwise = "—"): Element {
  return text === null ? element("span", { class: "muted" }, otherwise) : element("bdi", {}, text);
}
