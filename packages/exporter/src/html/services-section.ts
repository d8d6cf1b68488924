import type { ServiceTotal, Statement } from "@spendbook/normalizer";
import { barView } from "./bar.js";
import { bySpend } from "./by-spend.js";
import { changeOf } from "./change.js";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { countText } from "./group-digits.js";
import { section } from "./section.js";
import { accountView } from "./wallet-name.js";

/** Spend by service, the largest first, beside the month before; each currency in a table of its own. */
export function servicesSection({ byService }: Statement): Element {
  return section(
    "services",
    "Spend by service",
    byService.length === 0
      ? element("p", {}, "Nothing was spent in this month.")
      : bySpend(byService).map(serviceTable),
  );
}

function serviceTable({
  currency,
  rows,
}: {
  readonly currency: string;
  readonly rows: readonly ServiceTotal[];
}): Element {
  const largest = Math.max(...rows.map(({ spend }) => Number(spend)));
  return dataTable<ServiceTotal>({
    caption: `Spend by service, ${currency}`,
    captionShown: true,
    isWide: true,
    asCards: true,
    columns: [
      { label: "Service", content: serviceView },
      { label: "Account", className: "muted", content: accountView },
      { label: "Compared", className: "bar-cell", content: ({ spend }) => barView(spend, largest) },
      { label: "Spend", amount: ({ spend }) => spend },
      { label: "Month before", amount: ({ previousSpend }) => previousSpend },
      {
        label: "Change",
        amount: ({ spend, previousSpend }) => changeOf(spend, previousSpend, currency)?.difference ?? null,
      },
      { label: "Lines", className: "number", content: ({ lines }) => countText(lines) },
    ],
    rows,
  });
}

export function serviceView({ service }: { readonly service: string | null }): Element {
  return service === null ? element("span", { class: "muted" }, "not stated") : element("bdi", {}, service);
}
